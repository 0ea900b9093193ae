import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";
import { send } from "./prepared-statement.ts";

/** Our pool as Kysely takes it, with every statement sent by {@link send}. */
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

const kyselyClient = (client: pg.PoolClient): PostgresPoolClient => ({
  release: (destroy) => client.release(destroy),
  query: ((text: string, values: readonly unknown[]) =>
    send(client, text, values) as unknown as Promise<PostgresQueryResult<unknown>>) as PostgresPoolClient["query"],
});
