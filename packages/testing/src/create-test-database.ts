import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";
import { databaseUrl, type TestPostgresAddress } from "./test-postgres.ts";

/** A migrated, empty database that belongs to one test file. */
export interface TestDatabase {
  readonly url: string;
  /** Drops the database. Fails when somebody is still connected: a pool was not closed, a job is still running. */
  drop(): Promise<void>;
}

const OBJECT_IN_USE = "55006";
const COPY_ATTEMPTS = 40;
const RETRY_MS = 50;
/** A closed pool's sessions take a moment to be gone from the server's list. */
const LEAVE_TIMEOUT_MS = 2_000;

/**
 * Copies the template into a new database.
 * @param postgres where; a Vitest project with our global setup knows it
 */
export async function createTestDatabase(
  postgres: TestPostgresAddress = inject("testPostgres"),
): Promise<TestDatabase> {
  const name = `${postgres.run}_${randomBytes(5).toString("hex")}`;
  await asAdmin(postgres, (admin) => copyTemplate(admin, name, postgres.template));
  return {
    url: databaseUrl(postgres.adminUrl, name),
    drop: () => asAdmin(postgres, (admin) => dropUnlessUsed(admin, name)),
  };
}

async function copyTemplate(admin: pg.Client, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await admin.query(`create database ${name} template ${template}`);
      return;
    } catch (error) {
      if (attempt >= COPY_ATTEMPTS || (error as { code?: string }).code !== OBJECT_IN_USE) throw error;
      await delay(RETRY_MS);
    }
  }
}

async function dropUnlessUsed(admin: pg.Client, name: string): Promise<void> {
  const deadline = performance.now() + LEAVE_TIMEOUT_MS;
  let sessions = await sessionsOf(admin, name);
  while (sessions.length > 0 && performance.now() < deadline) {
    await delay(RETRY_MS);
    sessions = await sessionsOf(admin, name);
  }
  // Without force PostgreSQL ends an autovacuum itself; with force it would refuse, for that worker is not our role's.
  await admin.query(`drop database if exists ${name}${sessions.length > 0 ? " with (force)" : ""}`);
  if (sessions.length > 0) {
    throw new Error(`${sessions.length} connection(s) were left open. Their last statements:\n${sessions.join("\n")}`);
  }
}

async function sessionsOf(admin: pg.Client, name: string): Promise<string[]> {
  const { rows } = await admin.query<{ query: string }>(
    "select query from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
    [name],
  );
  return rows.map((row) => row.query);
}

async function asAdmin<T>(postgres: TestPostgresAddress, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
