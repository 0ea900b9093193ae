import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedPostgres } from "@smplat/core/database/embedded";
import { migrate } from "@smplat/core/database/migrate";
import pg from "pg";

/** What a test process needs to make databases of its own. Plain data: it crosses from Vitest's main thread to its workers. */
export interface TestPostgresAddress {
  /** Connects to a database nobody tests in, as a role that may create databases. */
  readonly adminUrl: string;
  /** The migrated, empty database all others are copied from. */
  readonly template: string;
  /** Prefix of every database of this run. */
  readonly run: string;
}

/** A Postgres prepared for one run of tests. */
export interface TestPostgres extends TestPostgresAddress {
  /** Drops the run's databases and leaves the server, which stops when nobody else uses it. */
  stop(): Promise<void>;
}

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const MIGRATIONS = join(PROJECT, "packages/core/migrations");
const MIGRATE = join(PROJECT, "packages/core/src/infrastructure/database/migrate.ts");

/** Safe only because tests make all their data anew: a crash of the machine may spoil the cluster. */
const FAST_AND_UNSAFE = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "2GB",
  max_connections: "300",
};

/**
 * Starts or adopts the Postgres for tests (data in `.cache/test-postgres`; or uses DATABASE_URL_TEST) and makes sure of a
 * template for the current migrations. Templates and databases of runs that are over are dropped; those of runs going on
 * at the same time are left alone, which each run shows by a lock it holds until its end.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const server = await startServer();
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  const template = `template_${await hashOfMigrations()}`;
  const run = `test_${process.pid}_${Date.now().toString(36)}`;
  await admin.query("select pg_advisory_lock_shared(hashtext($1)), pg_advisory_lock_shared(hashtext($2))", [
    template,
    run,
  ]);
  await dropUnused(admin, [template, run]);
  await ensureTemplate(admin, server.adminUrl, template);
  return {
    adminUrl: server.adminUrl,
    template,
    run,
    async stop() {
      await dropDatabases(admin, await databasesLike(admin, `${run}_%`));
      await admin.end();
      await server.stop();
    },
  };
}

async function startServer(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const own = process.env.DATABASE_URL_TEST;
  if (own) return { adminUrl: own, stop: async () => undefined };
  const server = await startEmbeddedPostgres({
    dataDirectory: join(PROJECT, ".cache/test-postgres"),
    port: 54_429,
    logger: { info: () => undefined, warn: () => undefined },
    settings: FAST_AND_UNSAFE,
  });
  return { adminUrl: server.connectionString, stop: () => server.stop() };
}

/** Changes whenever migrating would make another schema: our SQL, the code that runs it, and the job queue's own tables. */
async function hashOfMigrations(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of (await readdir(MIGRATIONS)).sort())
    hash.update(name).update(await readFile(join(MIGRATIONS, name)));
  hash.update(await readFile(MIGRATE));
  hash.update(await readFile(join(queuePackage(), "package.json")));
  return hash.digest("hex").slice(0, 16);
}

function queuePackage(): string {
  return dirname(dirname(createRequire(MIGRATE).resolve("pg-boss")));
}

async function ensureTemplate(admin: pg.Client, adminUrl: string, template: string): Promise<void> {
  const lock = `make ${template}`;
  await admin.query("select pg_advisory_lock(hashtext($1))", [lock]);
  try {
    const found = await databasesLike(admin, template);
    if (found.length > 0) return;
    const unfinished = `${template}_unfinished`;
    await dropDatabases(admin, [unfinished]);
    await admin.query(`create database ${unfinished}`);
    await migrate(databaseUrl(adminUrl, unfinished));
    // A copy fails while somebody is connected to the original, so nobody may be.
    await admin.query(`alter database ${unfinished} with allow_connections false is_template true`);
    await admin.query(`alter database ${unfinished} rename to ${template}`);
  } finally {
    await admin.query("select pg_advisory_unlock(hashtext($1))", [lock]);
  }
}

async function dropUnused(admin: pg.Client, ours: readonly string[]): Promise<void> {
  for (const name of await databasesLike(admin, "te%")) {
    const owner = /^(template_[0-9a-f]{16}|test_\d+_[0-9a-z]+)(_|$)/.exec(name)?.[1];
    if (!owner || ours.includes(owner)) continue;
    const { rows } = await admin.query<{ free: boolean }>("select pg_try_advisory_lock(hashtext($1)) as free", [owner]);
    if (!rows[0]?.free) continue;
    await dropDatabases(admin, [name]);
    await admin.query("select pg_advisory_unlock(hashtext($1))", [owner]);
  }
}

async function databasesLike(admin: pg.Client, pattern: string): Promise<string[]> {
  const query = "select datname from pg_database where datname like $1 order by datname";
  const { rows } = await admin.query<{ datname: string }>(query, [pattern.replaceAll("_", "\\_")]);
  return rows.map((row) => row.datname);
}

async function dropDatabases(admin: pg.Client, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (name.startsWith("template_") && (await databasesLike(admin, name)).length > 0) {
      await admin.query(`alter database ${name} with is_template false`);
    }
    await admin.query(`drop database if exists ${name} with (force)`);
  }
}

/** The same server and role, another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
