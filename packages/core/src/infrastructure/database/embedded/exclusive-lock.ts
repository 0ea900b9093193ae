import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";

const RETRY_MS = 50;
const SQLITE_BUSY = 5;

/** Thrown when another process did not let go of the lock in time. */
export class LockHeld extends Error {
  override readonly name = "LockHeld";
}

/**
 * Runs `work` while no other process on this machine runs work under the same lock file.
 *
 * Node has no `flock`. SQLite, which Node ships, takes a lock of the operating system on the file, and the system gives it
 * back however its holder dies: so there is never a stale lock to judge. No data is kept in the file.
 *
 * @param timeoutMs how long to wait for the current holder
 * @throws LockHeld after that time
 */
export async function withExclusiveLock<T>(file: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const lock = tryLock(file);
    if (lock) {
      try {
        return await work();
      } finally {
        lock.close();
      }
    }
    if (performance.now() > deadline) {
      throw new LockHeld(
        `Another process has held ${file} for over ${Math.round(timeoutMs / 1000)} s. Is a start hanging?`,
      );
    }
    await delay(RETRY_MS);
  }
}

function tryLock(file: string): DatabaseSync | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}
