import { createHash, randomBytes } from "node:crypto";
import type { Storage } from "./storage.ts";

/** What one object of a probe went through, in wall milliseconds; null for what was not reached. */
export interface ProbeStep {
  /** In bytes. */
  readonly size: number;
  readonly writeMs: number | null;
  readonly readMs: number | null;
  readonly deleteMs: number | null;
}

export interface ProbeResult {
  readonly status: "ok" | "failed";
  /** What went wrong, or how long it took. */
  readonly detail: string;
  readonly steps: readonly ProbeStep[];
  /** Keys whose objects may still be there. */
  readonly leftovers: readonly string[];
}

/** Sizes of the objects a probe writes, in bytes. */
export const probeSizes: readonly number[] = [0, 4_096, 262_144, 1_048_576];

/** Keys of a probe's objects, by size. */
export const probeKeys = (probeId: string): ReadonlyMap<number, string> =>
  new Map(probeSizes.map((size) => [size, `_monitoring/${probeId}/${size}.txt`]));

class ProbeFailed extends Error {
  override readonly name = "ProbeFailed";
}

/**
 * Writes objects of several sizes, reads each back, compares its hash, deletes it and makes sure that it is gone. Ends
 * at the first thing that is wrong or when the budget is used up. Never throws.
 */
export async function probeStorage(storage: Storage, probeId: string, budgetMs: number): Promise<ProbeResult> {
  const began = performance.now();
  const keys = probeKeys(probeId);
  const left = new Set(keys.values());
  const steps: ProbeStep[] = [];
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<{ value: T; ms: number }> => {
    const start = performance.now();
    const value = await work();
    const now = performance.now();
    if (now - began > budgetMs) throw new ProbeFailed(`${what} ended after the budget of ${budgetMs} ms`);
    return { value, ms: Math.round(now - start) };
  };
  try {
    for (const [size, key] of keys) {
      const step = { size, writeMs: null, readMs: null, deleteMs: null };
      const place = steps.push(step) - 1;
      const note = (times: Partial<ProbeStep>) => {
        steps[place] = { ...(steps[place] ?? step), ...times };
      };
      await probeObject(storage, { key, size, timed, note });
      left.delete(key);
    }
    const detail = `wrote, read, compared and deleted ${keys.size} objects in ${Math.round(performance.now() - began)} ms`;
    return { status: "ok", detail, steps, leftovers: [...left] };
  } catch (error) {
    const detail = error instanceof Error ? error.message : "unknown trouble";
    return { status: "failed", detail, steps, leftovers: [...left] };
  }
}

interface ProbedObject {
  readonly key: string;
  readonly size: number;
  readonly timed: <T>(what: string, work: () => Promise<T>) => Promise<{ value: T; ms: number }>;
  readonly note: (times: Partial<ProbeStep>) => void;
}

const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function probeObject(storage: Storage, { key, size, timed, note }: ProbedObject): Promise<void> {
  const bytes = randomBytes(size);
  const write = await timed(`writing ${size} bytes`, () => storage.put(key, bytes));
  note({ writeMs: write.ms });
  const read = await timed(`reading ${size} bytes`, () => storage.get(key));
  note({ readMs: read.ms });
  if (read.value === null) throw new ProbeFailed(`${size} bytes were written and are not there`);
  if (sha256Of(read.value.bytes) !== sha256Of(bytes)) {
    throw new ProbeFailed(`${size} bytes came back changed: the hash of what was read is another`);
  }
  const deletion = await timed(`deleting ${size} bytes`, () => storage.delete(key));
  note({ deleteMs: deletion.ms });
  const { value: still } = await timed("looking for a deleted object", () => storage.head(key));
  if (still !== null) throw new ProbeFailed(`${size} bytes are still there after they were deleted`);
}
