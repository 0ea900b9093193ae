import { AsyncLocalStorage } from "node:async_hooks";

const recorder = new AsyncLocalStorage<string[]>();

const frame = /^\s*(begin|commit|rollback|set|savepoint|release)\b/i;

/** Notes a statement; the frame of a transaction (BEGIN, COMMIT, ROLLBACK, SET) does not count. */
export function recordStatement(sql: string): void {
  const statements = recorder.getStore();
  if (statements !== undefined && !frame.test(sql)) statements.push(sql);
}

/** Runs `work` and lists the SQL statements it sent: tests hold endpoints to a budget with it. */
export async function recordStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: readonly string[] }> {
  const statements: string[] = [];
  const result = await recorder.run(statements, work);
  return { result, statements };
}
