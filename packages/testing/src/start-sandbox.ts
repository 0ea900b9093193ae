import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createSandboxClient } from "./create-sandbox-client.ts";
import type { SandboxClient } from "./sandbox-client.ts";

/** The outside world as a process of its own on free ports. */
export interface Sandbox {
  readonly url: string;
  /** What addresses of evidence and links start with. */
  readonly publicUrl: string;
  readonly smtpUrl: string;
  readonly control: SandboxClient;
  stop(): Promise<void>;
}

const MAIN = fileURLToPath(new URL("../../../apps/sandbox/src/main.ts", import.meta.url));
const START_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 5_000;

/**
 * Starts a sandbox for one test file.
 * @param environment settings of the sandbox (`SANDBOX_*`) beyond the ports
 */
export async function startSandbox(environment: Readonly<Record<string, string>> = {}): Promise<Sandbox> {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, SANDBOX_PORT: "0", SANDBOX_SMTP_PORT: "0", ...environment },
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const { port, smtpPort } = await readReadyLine(child);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    publicUrl: environment.SANDBOX_PUBLIC_URL ?? `http://localhost:${port}`,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    control: createSandboxClient(url),
    async stop() {
      process.off("exit", kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const force = setTimeout(kill, STOP_TIMEOUT_MS);
      child.kill("SIGTERM");
      await once(child, "exit");
      clearTimeout(force);
    },
  };
}

function readReadyLine(child: ChildProcess): Promise<{ port: number; smtpPort: number }> {
  return new Promise((resolve, reject) => {
    let errors = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-4_000);
    });
    const fail = (what: string) => {
      child.kill("SIGKILL");
      reject(new Error(`The sandbox ${what}.\n${errors}`));
    };
    const timer = setTimeout(() => fail(`said nothing for ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code} before it was ready`);
    });
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).once("line", (line) => {
      clearTimeout(timer);
      resolve(JSON.parse(line) as { port: number; smtpPort: number });
    });
  });
}
