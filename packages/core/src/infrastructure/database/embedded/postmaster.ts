import { spawn } from "node:child_process";
import { open, readFile, rm, stat, truncate } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Address, errorCode, withConnection } from "./connect.ts";
import { postgresEnvironment, runAs } from "./database-user.ts";
import type { Placement } from "./placement.ts";
import { type PostmasterFile, readPostmasterFile } from "./postmaster-file.ts";
import { identifyProcess, isStillRunning, type ProcessIdentity } from "./process-identity.ts";

const POLL_MS = 25;
const START_TIMEOUT_MS = 60_000;
/** Replaying the log after a crash may take long and shows progress only by the answer 57P03. */
const RECOVERY_TIMEOUT_MS = 15 * 60_000;
const FAST_STOP_TIMEOUT_MS = 20_000;
const IMMEDIATE_STOP_TIMEOUT_MS = 10_000;
const LOG_LIMIT_BYTES = 20 * 1024 * 1024;
const CANNOT_CONNECT_NOW = "57P03";
/** What pg_postmaster_start_time() and postmaster.pid may differ by, in seconds. */
const START_TIME_TOLERANCE = 5;

/** A Postgres server that was proven to be the one of our data folder. */
export interface Postmaster {
  readonly process: ProcessIdentity;
  readonly port: number;
}

export type StopMode = "fast" | "immediate";

/** Thrown when the server ended while starting; the end of its log says why. */
export class PostmasterExited extends Error {
  override readonly name = "PostmasterExited";
  readonly log: string;
  constructor(log: string) {
    super(`PostgreSQL ended while starting. The end of its log:\n${log}`);
    this.log = log;
  }
}

/**
 * The server an earlier start left running, or `undefined`. Only one that answers on the port it wrote down, lets our
 * password in, and names our data folder and the start time it wrote down is taken.
 */
export async function adoptPostmaster(
  placement: Placement,
  superuserPassword: string,
): Promise<Postmaster | undefined> {
  const file = await readPostmasterFile(placement.cluster);
  if (!file) return undefined;
  const found = await identifyProcess(file.pid);
  if (!found) return undefined;
  if (!isServerOf(found, placement.cluster)) {
    // The pid went to a stranger, and Postgres would refuse to start over it. It still checks its shared memory itself.
    await rm(join(placement.cluster, "postmaster.pid"), { force: true });
    return undefined;
  }
  const ready = await waitUntilReady(found, superuserAddress(file.port, superuserPassword));
  if (!ready) return undefined;
  requireSameServer(ready, file, placement.cluster);
  return { process: found, port: file.port };
}

/** Starts a server on `port` and waits until it answers. It outlives this process, and its log goes to `postgres.log`. */
export async function startPostmaster(
  placement: Placement,
  port: number,
  settings: Readonly<Record<string, string>>,
  superuserPassword: string,
): Promise<Postmaster> {
  const logFile = join(placement.folder, "postgres.log");
  const pid = await launch(placement, logFile, { ...settings, port: String(port) });
  const identity = await identifyProcess(pid);
  const ready = identity && (await waitUntilReady(identity, superuserAddress(port, superuserPassword)));
  const file = await readPostmasterFile(placement.cluster);
  if (!identity || !ready || file?.pid !== pid) throw new PostmasterExited(await logTail(logFile));
  requireSameServer(ready, file, placement.cluster);
  return { process: identity, port };
}

/** Stops the server: `fast` ends its sessions and writes everything out, and turns `immediate` (recovery at the next start) after 20 s. */
export async function stopPostmaster(placement: Placement, postmaster: Postmaster, mode: StopMode): Promise<void> {
  if (mode === "fast") {
    await signal(placement, postmaster, "SIGINT", "fast");
    if (await hasEnded(postmaster, FAST_STOP_TIMEOUT_MS)) return;
  }
  await signal(placement, postmaster, "SIGQUIT", "immediate");
  if (await hasEnded(postmaster, IMMEDIATE_STOP_TIMEOUT_MS)) return;
  throw new Error(`PostgreSQL (pid ${postmaster.process.pid}) does not stop.`);
}

async function launch(placement: Placement, logFile: string, settings: Record<string, string>): Promise<number> {
  const size = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) await truncate(logFile);
  const log = await open(logFile, "a", 0o600);
  const args = [
    "-D",
    placement.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  try {
    const child = spawn(placement.binaries.postgres, args, {
      cwd: placement.folder,
      // A group of its own: Ctrl-C in our terminal must not reach it, and it may outlive us.
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      env: postgresEnvironment(),
      ...(placement.user ? { uid: placement.user.uid, gid: placement.user.gid } : {}),
    });
    await new Promise((resolve, reject) => child.once("spawn", resolve).once("error", reject));
    child.unref();
    return child.pid ?? 0;
  } finally {
    await log.close();
  }
}

interface ServerFacts {
  readonly dataDirectory: string;
  readonly startedAtSeconds: number;
}

/** Connects until the server answers with facts about itself; `undefined` when its process ends first. */
async function waitUntilReady(server: ProcessIdentity, address: Address): Promise<ServerFacts | undefined> {
  const begun = performance.now();
  let limit = START_TIMEOUT_MS;
  for (;;) {
    try {
      return await withConnection(address, async (client) => {
        const { rows } = await client.query<{ directory: string; started: string }>(
          "select current_setting('data_directory') as directory, extract(epoch from pg_postmaster_start_time()) as started",
        );
        return { dataDirectory: rows[0]?.directory ?? "", startedAtSeconds: Number(rows[0]?.started) };
      });
    } catch (error) {
      if (!(await isStillRunning(server))) return undefined;
      const code = errorCode(error);
      if (code === CANNOT_CONNECT_NOW) limit = RECOVERY_TIMEOUT_MS;
      // Class 28 is a refused password: waiting changes nothing.
      const waited = performance.now() - begun;
      if (code?.startsWith("28") || waited > limit) throw notReady(address.port, waited, error);
      await delay(POLL_MS);
    }
  }
}

function notReady(port: number, waitedMs: number, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`PostgreSQL on port ${port} let nobody in for ${Math.ceil(waitedMs / 1000)} s: ${reason}`, {
    cause,
  });
}

function requireSameServer(facts: ServerFacts, file: PostmasterFile, cluster: string): void {
  const sameStart = Math.abs(facts.startedAtSeconds - file.startedAtSeconds) <= START_TIME_TOLERANCE;
  if (facts.dataDirectory === cluster && sameStart) return;
  throw new Error(
    `The server on port ${file.port} is not the one of ${cluster}: it serves ${facts.dataDirectory}. Stop it, or choose another data folder.`,
  );
}

/** Whether a process is a Postgres server started on this data folder. A session's process rewrites its command line and does not match. */
function isServerOf(found: ProcessIdentity, cluster: string): boolean {
  if (found.command.length > 1) {
    const [program = "", ...args] = found.command;
    return basename(program).startsWith("postgres") && args[args.indexOf("-D") + 1] === cluster;
  }
  const [line = ""] = found.command;
  return line.includes("postgres") && line.includes(cluster);
}

async function signal(
  placement: Placement,
  postmaster: Postmaster,
  name: "SIGINT" | "SIGQUIT",
  mode: StopMode,
): Promise<void> {
  // Checked right before, so that a stranger with a reused pid is never hit.
  if (!(await isStillRunning(postmaster.process))) return;
  if (process.platform === "win32") {
    const args = ["stop", "-W", "-m", mode, "-D", placement.cluster];
    await runAs(undefined, placement.binaries.pgCtl, args, { timeoutMs: FAST_STOP_TIMEOUT_MS, cwd: placement.folder });
  } else {
    process.kill(postmaster.process.pid, name);
  }
}

async function hasEnded(postmaster: Postmaster, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (await isStillRunning(postmaster.process)) {
    if (performance.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

async function logTail(logFile: string): Promise<string> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  return text.trimEnd().split("\n").slice(-12).join("\n");
}

function superuserAddress(port: number, password: string): Address {
  return { port, user: "postgres", password, database: "postgres" };
}
