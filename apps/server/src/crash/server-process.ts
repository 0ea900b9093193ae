import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The server as its own process, which can die at any moment and be started again on the same port. */
export interface ServerProcess {
  /** Starts it, after an earlier one is gone, and waits until it answers. */
  start(): Promise<void>;
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>;
  /** Stops it in the middle of whatever it does, as a machine that swaps or migrates would; it does not notice. */
  pause(): void;
  /** Lets it go on where it was. */
  resume(): void;
  /** Lines it logged as errors, over all its lives. */
  readonly errors: readonly string[];
  /** Everything it logged, over all its lives. */
  readonly lines: readonly string[];
}

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const compileCache = fileURLToPath(new URL("../../../../.cache/node-compile-cache", import.meta.url));
const pollMs = 20;

/** @param environment everything the server reads; its API_PORT must be a free one */
export function createServerProcess(
  environment: Readonly<Record<string, string>>,
  startTimeoutMs: number,
): ServerProcess {
  const errors: string[] = [];
  const lines: string[] = [];
  let child: ChildProcess | null = null;
  const endWithUs = () => void child?.kill("SIGKILL");
  process.once("exit", endWithUs);

  const answers = async (): Promise<boolean> => {
    const url = `http://127.0.0.1:${environment.API_PORT}/api/v1/health/livez`;
    return fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  const kill = async () => {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    running.kill("SIGKILL");
    await once(running, "exit");
  };
  return {
    errors,
    lines,
    kill,
    pause: () => void child?.kill("SIGSTOP"),
    resume: () => void child?.kill("SIGCONT"),
    start: async () => {
      await kill();
      const env = { ...environment, NODE_COMPILE_CACHE: compileCache };
      const started = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
      child = started;
      collectLines(started, lines, errors);
      const deadline = performance.now() + startTimeoutMs;
      while (!(await answers())) {
        if (started.exitCode !== null) throw new Error(`The server ended: ${errors.at(-1) ?? "without a word"}`);
        if (performance.now() > deadline) throw new Error(`The server did not answer: ${errors.at(-1) ?? ""}`);
        await delay(pollMs);
      }
    },
  };
}

const errorLevel = 50;

function collectLines(child: ChildProcess, all: string[], errors: string[]): void {
  let rest = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    all.push(...lines);
    for (const line of lines) {
      if (Number(/"level":(\d+)/.exec(line)?.[1] ?? 0) >= errorLevel) errors.push(line);
    }
  });
  child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
}
