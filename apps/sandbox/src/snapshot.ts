import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { emptySupplierState, supplierIds } from "./suppliers/supplier-state.ts";
import type { WorldState } from "./world-state.ts";

const quietMs = 1_000;
/** Writing may take at most one part in this many of the process's time, however large the state grows. */
const writeShare = 20;

/** Keeps the state in one file: at most one write a second, less often when large, each complete or absent. */
export interface Snapshot {
  schedule(): void;
  /** Writes now and waits; the last word at shutdown. */
  flush(): Promise<void>;
}

/** Reads an earlier state; a missing file is a fresh world, an unreadable one is an error worth seeing. */
export async function readSnapshot(file: string): Promise<WorldState | undefined> {
  try {
    const state = JSON.parse(await readFile(file, "utf8")) as WorldState;
    if (state.version !== 1) return undefined;
    state.wallAddedMs ??= 0;
    for (const id of supplierIds) {
      // A supplier, or a way to misbehave, that joined after the file was written has done nothing yet.
      const fresh = emptySupplierState();
      const kept = state.suppliers[id] ?? fresh;
      state.suppliers[id] = { ...fresh, ...kept, control: { ...fresh.control, ...kept.control } };
    }
    return state;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

/** Writes what `read` returns to `file`, by rename so that a reader never sees half a file. */
export function createSnapshot(file: string | undefined, read: () => WorldState): Snapshot {
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let dirty = false;
  let lastWriteMs = 0;

  async function write(target: string): Promise<void> {
    if (!dirty) {
      return;
    }
    dirty = false;
    const startedAt = performance.now();
    await mkdir(dirname(target), { recursive: true });
    await writeFile(`${target}.next`, JSON.stringify(read()), { mode: 0o600 });
    await rename(`${target}.next`, target);
    lastWriteMs = performance.now() - startedAt;
  }

  function enqueueWrite(target: string): Promise<void> {
    writing = writing.then(() => write(target));
    return writing;
  }

  return {
    schedule: () => {
      dirty = true;
      if (!file || timer) {
        return;
      }
      timer = setTimeout(
        () => {
          timer = null;
          enqueueWrite(file).catch((error) => process.stderr.write(`sandbox: state not saved: ${error}\n`));
        },
        Math.max(quietMs, lastWriteMs * writeShare),
      );
    },
    flush: async () => {
      if (timer) {
        clearTimeout(timer);
        timer = null;
      }
      if (file) {
        await enqueueWrite(file);
      }
    },
  };
}
