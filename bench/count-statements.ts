import { writeFileSync } from "node:fs";
import pg from "pg";

/**
 * Loaded into the shop's process (`--import`) in a run that is not timed: counts the statements it sends, with how long
 * each kind took to be answered, and writes them to a file when the process ends.
 */
const counts = new Map<string, { calls: number; ms: number }>();
const plain = pg.Client.prototype.query as (...given: unknown[]) => unknown;

pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  const [first] = given;
  const text = typeof first === "string" ? first : String((first as { text?: string } | undefined)?.text);
  const started = performance.now();
  const answer = plain.apply(this, given);
  const note = () => {
    const entry = counts.get(text) ?? { calls: 0, ms: 0 };
    counts.set(text, { calls: entry.calls + 1, ms: entry.ms + performance.now() - started });
  };
  if (answer instanceof Promise) answer.then(note, note);
  else counts.set(text, { calls: (counts.get(text)?.calls ?? 0) + 1, ms: counts.get(text)?.ms ?? 0 });
  return answer;
} as typeof pg.Client.prototype.query;

process.once("exit", () => {
  const file = process.env.BENCH_STATEMENTS_FILE;
  if (file === undefined) return;
  const list = [...counts].map(([text, entry]) => ({ text, ...entry })).sort((a, b) => b.ms - a.ms);
  writeFileSync(file, JSON.stringify(list));
});
