import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedPostgres } from "@smplat/core/database/embedded";
import { migrate } from "@smplat/core/database/migrate";
import pg from "pg";
import { parentOf } from "./cpu-times.ts";

/** A new, migrated database for one part of the bench. */
export interface BenchDatabase {
  readonly url: string;
  /** The server's main process; the processes of its sessions are its children. */
  readonly postmasterPid: number;
  drop(): Promise<void>;
}

export interface BenchPostgres {
  /** `part` becomes a piece of its name. */
  createDatabase(part: string): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

const dataDirectory = join(fileURLToPath(new URL("../", import.meta.url)), ".cache/bench-postgres");

/** Starts the bench's own Postgres on data of its own, as durable as the shop's: fsync and synchronous commit stay on. */
export async function startBenchPostgres(): Promise<BenchPostgres> {
  const server = await startEmbeddedPostgres({
    dataDirectory,
    port: 54_529,
    logger: { info: () => undefined, warn: () => undefined },
  });
  const admin = new pg.Client({ connectionString: server.connectionString });
  await admin.connect();
  const { rows } = await admin.query<{ pid: number }>("select pg_backend_pid() as pid");
  const postmasterPid = await parentOf(rows[0]?.pid ?? 0);
  return {
    createDatabase: async (part) => {
      await dropUnused(admin);
      const name = `bench_${part}_${process.pid}`;
      await admin.query(`create database ${name}`);
      const address = new URL(server.connectionString);
      address.pathname = `/${name}`;
      await migrate(address.href);
      const drop = async () => {
        await admin.query(`drop database if exists ${name} with (force)`);
      };
      return { url: address.href, postmasterPid, drop };
    },
    stop: async () => {
      await admin.end();
      await server.stop();
    },
  };
}

/** Drops what runs that ended early left behind; a bench that runs at the same time keeps its own. */
async function dropUnused(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>("select datname as name from pg_database");
  for (const { name } of rows) {
    const pid = /^bench_[a-z]+(?:_(\d+))?$/.exec(name);
    if (pid !== null && !isRunning(Number(pid[1] ?? 0))) await admin.query(`drop database ${name} with (force)`);
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
