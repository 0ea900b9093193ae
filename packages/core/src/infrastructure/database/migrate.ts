import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { prepareQueues } from "#infrastructure/jobs";

const migrationsDirectory = join(import.meta.dirname, "../../../migrations");
/** Any number, the same in every process: only one may migrate at a time. */
const advisoryLock = 4_207_310_551;

/**
 * Applies the SQL files of `migrations/` that are not applied yet, in the order of their names, each in a transaction
 * of its own, then brings the queue's schema up to date. Safe to run at every start and from several processes.
 * Throws when an applied file has changed since, or a recorded one is missing here.
 */
export async function migrate(connectionString: string): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString, application_name: "smplat-migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [advisoryLock]);
    const applied = await applyPending(client);
    await prepareQueues(connectionString);
    return { applied };
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client): Promise<string[]> {
  await client.query(
    `create table if not exists migrations (
       name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
  );
  const recorded = await client.query<{ name: string; sha256: string }>("select name, sha256 from migrations");
  const known = new Map(recorded.rows.map((row) => [row.name, row.sha256]));
  const files = (await readdir(migrationsDirectory)).filter((name) => name.endsWith(".sql")).sort();
  const missing = [...known.keys()].filter((name) => !files.includes(name));
  if (missing.length > 0) throw new Error(`The database is newer than this code: it has ${missing.join(", ")}`);
  const applied: string[] = [];
  for (const name of files) {
    const sql = await readFile(join(migrationsDirectory, name), "utf8");
    const sha256 = createHash("sha256").update(sql).digest("hex");
    const before = known.get(name);
    if (before === sha256) continue;
    if (before !== undefined)
      throw new Error(`Migration ${name} was changed after it was applied; add a new one instead`);
    await applyOne(client, name, sql, sha256);
    applied.push(name);
  }
  return applied;
}

async function applyOne(client: pg.Client, name: string, sql: string, sha256: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into migrations (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
