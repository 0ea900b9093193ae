import { AsyncLocalStorage } from "node:async_hooks";

const recorder = new AsyncLocalStorage<string[]>();

/** Called for each statement but BEGIN, COMMIT, ROLLBACK and SET. */
export function recordStatement(sql: string): void {
  recorder.getStore()?.push(sql);
}

/** Runs `work` and lists the SQL statements it sent: tests hold endpoints to a budget with it. */
export async function recordStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: readonly string[] }> {
  const statements: string[] = [];
  const result = await recorder.run(statements, work);
  return { result, statements };
}
