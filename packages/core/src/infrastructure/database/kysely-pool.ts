import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";
import { send } from "./prepared-statement.ts";

/** Our pool as Kysely takes it. Its connections must be in pipeline mode. */
export function kyselyPool(pool: pg.Pool): PostgresPool {
  // The same object for the same connection: Kysely keeps what it knows of a connection by it.
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const known = clients.get(client);
      if (known !== undefined) return known;
      const made = kyselyClient(client);
      clients.set(client, made);
      return made;
    },
  };
}

const begun = { command: "BEGIN", rowCount: null, rows: [] };

/**
 * Sends every statement by {@link send}. BEGIN goes out in one packet with the transaction's first statement, which saves
 * each transaction a way to the server and back. Should BEGIN fail, so does the first statement.
 */
function kyselyClient(client: pg.PoolClient): PostgresPoolClient {
  let begins = false;
  const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    if (text === "begin") {
      begins = true;
      return begun;
    }
    if (!begins) return send(client, text, values);
    begins = false;
    const { stream } = client.connection;
    stream.cork();
    const sent = [client.query("begin"), send(client, text, values)];
    stream.uncork();
    const [, answer] = await Promise.all(sent);
    return answer;
  };
  return {
    release: (destroy) => client.release(destroy),
    query: query as PostgresPoolClient["query"],
  };
}
