import { setTimeout as delay } from "node:timers/promises";
import { Untruth } from "./untruth.ts";

interface Waiting<T> {
  /** What is waited for, in words. */
  readonly what: string;
  readonly timeoutMs: number;
  readonly everyMs: number;
  readonly read: () => Promise<T>;
  readonly holds: (value: T) => boolean;
  /** The value in a few words: printed whenever it changes. */
  readonly describe: (value: T) => string;
  readonly note: (words: string) => void;
}

/** Reads until it holds. Throws an untruth with the last value when it takes too long. */
export async function waitUntil<T>(waiting: Waiting<T>): Promise<T> {
  const deadline = performance.now() + waiting.timeoutMs;
  let said = "";
  for (;;) {
    const value = await waiting.read();
    if (waiting.holds(value)) return value;
    const words = waiting.describe(value);
    if (words !== said) waiting.note(words);
    said = words;
    if (performance.now() > deadline) throw new Untruth(`${waiting.what} within ${waiting.timeoutMs / 1000} s`, words);
    await delay(waiting.everyMs);
  }
}
