import { existsSync } from "node:fs";
import { chown, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runAs } from "./database-user.ts";
import type { Placement } from "./placement.ts";

const INITDB_TIMEOUT_MS = 60_000;

/** Whether data is there already. */
export function clusterExists(placement: Placement): boolean {
  return existsSync(join(placement.cluster, "PG_VERSION"));
}

/**
 * Refuses data written by another major version: Postgres can't read it, and its own message does not say what to do.
 */
export async function requireSameMajor(placement: Placement): Promise<void> {
  const found = Number.parseInt(await readFile(join(placement.cluster, "PG_VERSION"), "utf8"), 10);
  if (found === placement.binaries.major) return;
  throw new Error(
    [
      `The data in ${placement.cluster} was written by PostgreSQL ${found}; this program brings PostgreSQL ${placement.binaries.major}, which can't read it.`,
      `To keep the data, dump it with PostgreSQL ${found} (pg_dump) and load it into the new one, or set DATABASE_URL to a PostgreSQL ${found} server.`,
      `To start empty, move ${placement.folder} away.`,
    ].join("\n"),
  );
}

/**
 * Makes a new cluster: checksums on, UTF-8, C locale (the same order on every machine), passwords for every connection.
 * It is built under another name first, so that an interrupted run leaves nothing that looks like a cluster.
 */
export async function createCluster(placement: Placement, superuserPassword: string): Promise<void> {
  const { user, binaries, folder } = placement;
  const work = await mkdtemp(join(folder, "initdb-"));
  const passwordFile = join(work, "password");
  await writeFile(passwordFile, superuserPassword, { mode: 0o600 });
  if (user) for (const path of [passwordFile, work]) await chown(path, user.uid, user.gid);
  const args = ["--pgdata", join(work, "cluster"), "--username=postgres", `--pwfile=${passwordFile}`];
  args.push("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--data-checksums", "--no-instructions");
  try {
    await runAs(user, binaries.initdb, args, { timeoutMs: INITDB_TIMEOUT_MS, cwd: folder });
    await rename(join(work, "cluster"), placement.cluster);
  } catch (error) {
    throw new Error(`PostgreSQL could not set up its data in ${folder}: ${explain(error)}`, { cause: error });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("killed" in error && error.killed === true) return `initdb took longer than ${INITDB_TIMEOUT_MS / 1000} s`;
  const stderr = "stderr" in error ? String(error.stderr).trim() : "";
  return stderr || error.message;
}
