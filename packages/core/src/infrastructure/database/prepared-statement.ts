import pg from "pg";

/** Statements a connection may keep prepared; texts that vary endlessly must not fill the server's memory. */
const preparedMax = 400;
/** How often a text must come before it is worth a place. */
const callsBeforePreparing = 3;
const seenMax = 2_000;

const names = new Map<string, string>();
const seen = new Map<string, number>();
let made = 0;

/**
 * A statement as it is sent. One that comes often gets a name, under which each connection has the server keep it
 * parsed and planned: for most of ours that costs more than running them. The same name everywhere in the process.
 */
export function statementOf(text: string, values: readonly unknown[]): pg.QueryConfig {
  const name = values.length === 0 ? null : nameOf(text);
  return name === null ? { text, values: [...values] } : { text, values: [...values], name };
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  const calls = (seen.get(text) ?? 0) + 1;
  if (calls < callsBeforePreparing || names.size >= preparedMax) {
    if (seen.size >= seenMax) seen.clear();
    seen.set(text, calls);
    return null;
  }
  seen.delete(text);
  made += 1;
  const name = `s${made}`;
  names.set(text, name);
  return name;
}

/** Whether a kept plan no longer fits its tables, because a migration ran meanwhile. */
const isOutdatedPlan = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === "0A000" && error.message.startsWith("cached plan");

/** Sends a statement. After a migration changed its tables it fails once and has another name from then on. */
export async function send<R extends pg.QueryResultRow>(
  client: Pick<pg.Client | pg.Pool, "query">,
  text: string,
  values: readonly unknown[],
): Promise<pg.QueryResult<R>> {
  try {
    return await client.query<R>(statementOf(text, values));
  } catch (error) {
    if (isOutdatedPlan(error)) names.delete(text);
    throw error;
  }
}
