import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { identifyProcess, isStillRunning } from "./process-identity.ts";

/**
 * Says which processes use a shared server, so that only the last one to leave stops it. A lease ends with its process.
 * Call both functions under the lock of the same folder.
 */
export interface Lease {
  /** Gives the lease back and answers whether a live lease of somebody else remains. */
  release(): Promise<{ othersRemain: boolean }>;
}

/** Takes a lease for this process in `folder`. */
export async function takeLease(folder: string): Promise<Lease> {
  await mkdir(folder, { recursive: true });
  const self = await identifyProcess(process.pid);
  const file = join(folder, `${process.pid}-${randomUUID()}.json`);
  await writeFile(file, JSON.stringify({ pid: process.pid, startedAt: self?.startedAt ?? "unknown" }));
  return {
    async release() {
      await rm(file, { force: true });
      return { othersRemain: (await dropDeadLeases(folder)) > 0 };
    },
  };
}

async function dropDeadLeases(folder: string): Promise<number> {
  let alive = 0;
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    if (await isAlive(file)) alive += 1;
    else await rm(file, { force: true });
  }
  return alive;
}

async function isAlive(file: string): Promise<boolean> {
  try {
    const holder = JSON.parse(await readFile(file, "utf8")) as { pid: number; startedAt: string };
    return await isStillRunning(holder);
  } catch {
    // Cut short by a crash or a full disk: nobody can be identified by it.
    return false;
  }
}
