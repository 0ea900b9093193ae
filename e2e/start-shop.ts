import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./project-root.ts";

/** The whole business as `npm start` runs it, on data and ports of its own. */
export interface Shop {
  readonly url: string;
  readonly logins: readonly DemoLogin[];
  /** Where the logs are. */
  readonly data: string;
  /** Stops everything and, unless told otherwise, removes its data. */
  stop(keepData: boolean): Promise<void>;
}

export interface DemoLogin {
  readonly label: string;
  readonly email: string;
  readonly password: string;
}

const portsOffset = 2_300;
const startTimeoutMs = 240_000;
const stopTimeoutMs = 40_000;

/** A demo that runs already, e.g. while journeys are written. It is not stopped. */
export async function adoptShop(url: string): Promise<Shop> {
  return { url, data: "where it was started", logins: await readLogins(url), stop: async () => undefined };
}

/** Starts the shop and waits for its ready line; `echo` sees everything it prints. */
export async function startShop(echo: (text: string) => void): Promise<Shop> {
  const data = mkdtempSync(join(tmpdir(), "smplat-e2e-"));
  // The database's own user must be able to walk through.
  chmodSync(data, 0o755);
  const { DATABASE_URL: _, SMPLAT_DEMO: __, SMPLAT_DATA: ___, PUBLIC_URL: ____, ...given } = process.env;
  // Journeys need orders to look at, not months of them.
  const env = { SMPLAT_DEMO_HISTORY: "small", ...given };
  const args = [join(root, "tools/start.mjs"), "--data", data, "--ports-offset", String(portsOffset)];
  const child = spawn(process.execPath, args, { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // It is gone already.
    }
  };
  const kill = () => signalGroup("SIGKILL");
  process.once("exit", kill);
  const stop = async (keepData: boolean) => {
    child.kill("SIGTERM");
    const late = setTimeout(kill, stopTimeoutMs);
    await ended;
    clearTimeout(late);
    process.off("exit", kill);
    if (!keepData) rmSync(data, { recursive: true, force: true });
  };
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The shop was not ready in time.")), startTimeoutMs);
    let printed = "";
    const hear = (chunk: Buffer) => {
      echo(chunk.toString());
      printed += chunk.toString();
      const ready = /Smplat is ready: (\S+)/.exec(printed)?.[1];
      if (ready === undefined) return;
      clearTimeout(timer);
      resolve(ready);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then((how) => reject(new Error(`The start ended (${how}):\n${printed}`)));
  }).catch(async (error: unknown) => {
    await stop(true);
    throw error;
  });
  return { url, logins: await readLogins(url), data, stop };
}

async function readLogins(url: string): Promise<DemoLogin[]> {
  const answer = await fetch(`${url}/api/v1/auth/demo-logins`);
  return ((await answer.json()) as { logins: DemoLogin[] }).logins;
}
