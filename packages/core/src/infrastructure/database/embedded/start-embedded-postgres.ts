import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findBinaries } from "./binaries.ts";
import { clusterExists, createCluster, requireSameMajor } from "./cluster.ts";
import { type Address, connectionUrl, withConnection } from "./connect.ts";
import { type Credentials, loadCredentials } from "./credentials.ts";
import { withExclusiveLock } from "./exclusive-lock.ts";
import { findFreePort } from "./free-port.ts";
import { takeLease } from "./leases.ts";
import { choosePlacement, type Placement } from "./placement.ts";
import {
  adoptPostmaster,
  type Postmaster,
  PostmasterExited,
  type StopMode,
  startPostmaster,
  stopPostmaster,
} from "./postmaster.ts";
import type { SupervisorLogger } from "./supervisor-logger.ts";

/** How to run the embedded database. */
export interface EmbeddedPostgresOptions {
  /** Kept between starts; made when missing. */
  readonly dataDirectory: string;
  /** Where to listen if that port is free, else the next free one. */
  readonly port?: number;
  readonly logger: SupervisorLogger;
  /** Told in a few words what is being done. */
  readonly onProgress?: (step: string) => void;
  /** Postgres settings on top of ours. An adopted server keeps those it was started with. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running database. */
export interface EmbeddedPostgres {
  /** Of the application's role and database, both named `smplat`; the role may create databases, but is no superuser. */
  readonly connectionString: string;
  /** True when the server was running already. */
  readonly adopted: boolean;
  readonly port: number;
  /** Leaves the database, and stops it unless another process that called `startEmbeddedPostgres` still uses it. */
  stop(mode?: StopMode): Promise<void>;
}

const DEFAULT_PORT = 54_329;
/** Longer than the longest a start by somebody else takes without recovery. */
const LOCK_TIMEOUT_MS = 150_000;
const START_ATTEMPTS = 5;
const RETRY_MS = 500;
const ROLE = "smplat";

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  // No socket file: its folder and the length of its path differ between systems, and nobody needs it.
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "256MB",
  password_encryption: "scram-sha-256",
  log_timezone: "UTC",
  timezone: "UTC",
  // Log text is read only to tell a taken port from other failures; a translation would hide it.
  lc_messages: "C",
};

/**
 * Starts PostgreSQL on a data folder, or adopts the server an earlier process left running on it. Starts of several
 * processes wait for each other. The server survives the death of this process, and the next start adopts it.
 *
 * @throws Error with what to do when the machine has no binaries, the data is of another major version, or it can't start
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDirectory, { recursive: true, mode: 0o755 });
  const home = await realpath(options.dataDirectory);
  const lock = <T>(work: () => Promise<T>) => withExclusiveLock(join(home, "start.lock"), LOCK_TIMEOUT_MS, work);
  return lock(async () => {
    const placement = await choosePlacement(home, await findBinaries(), options.logger);
    const credentials = await prepareCluster(placement, options);
    const found = await adoptPostmaster(placement, credentials.superuser);
    const postmaster = found ?? (await startOnFreePort(placement, credentials, options));
    const address = await ensureApplicationDatabase(postmaster.port, credentials);
    const lease = await takeLease(join(home, "leases"));
    const adopted = found !== undefined;
    options.logger.info({ port: postmaster.port, adopted, cluster: placement.cluster }, "PostgreSQL is ready");
    return {
      connectionString: connectionUrl(address),
      adopted,
      port: postmaster.port,
      stop: (mode = "fast") =>
        lock(async () => {
          const { othersRemain } = await lease.release();
          if (!othersRemain) await stopPostmaster(placement, postmaster, mode);
        }),
    };
  });
}

async function prepareCluster(placement: Placement, options: EmbeddedPostgresOptions): Promise<Credentials> {
  const exists = clusterExists(placement);
  const credentials = await loadCredentials(placement.folder, exists);
  if (exists) {
    await requireSameMajor(placement);
  } else {
    options.onProgress?.("setting up a new database");
    await createCluster(placement, credentials.superuser);
  }
  return credentials;
}

async function startOnFreePort(
  placement: Placement,
  credentials: Credentials,
  options: EmbeddedPostgresOptions,
): Promise<Postmaster> {
  options.onProgress?.("starting PostgreSQL");
  const wanted = options.port ?? DEFAULT_PORT;
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort(wanted);
    if (port !== wanted) options.logger.warn({ wanted, port }, "The database's port is in use; taking another");
    try {
      return await startPostmaster(placement, port, { ...SETTINGS, ...options.settings }, credentials.superuser);
    } catch (error) {
      if (attempt >= START_ATTEMPTS || !(error instanceof PostmasterExited) || !passes(error.log)) throw error;
      await delay(RETRY_MS);
    }
  }
}

/** Whether the next attempt may go well: the port was taken in between, or sessions of a killed server are still ending. */
function passes(log: string): boolean {
  return /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory block/.test(log);
}

async function ensureApplicationDatabase(port: number, credentials: Credentials): Promise<Address> {
  const address = { port, user: ROLE, password: credentials.application, database: ROLE };
  const superuser = { port, user: "postgres", password: credentials.superuser, database: "postgres" };
  await withConnection(superuser, async (client) => {
    const roles = await client.query("select 1 from pg_roles where rolname = $1", [ROLE]);
    const password = client.escapeLiteral(credentials.application);
    if (roles.rowCount === 0) await client.query(`create role ${ROLE} login createdb password ${password}`);
    const databases = await client.query("select 1 from pg_database where datname = $1", [ROLE]);
    if (databases.rowCount === 0) await client.query(`create database ${ROLE} owner ${ROLE}`);
  });
  return address;
}
