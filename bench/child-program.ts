import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A program of the bench or of the shop, in a process of its own. */
export interface ChildProgram {
  readonly pid: number;
  /** The next line it prints, as JSON. Rejects when it ends first. */
  read<T>(): Promise<T>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

export interface ChildProgramOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly arguments?: readonly string[];
  /** Flags of Node itself. */
  readonly flags?: readonly string[];
}

const project = fileURLToPath(new URL("../", import.meta.url));
const errorCharactersMax = 8_000;

/** Starts a TypeScript file, by its path from the project's root, with nothing of our environment but the PATH. */
export function startProgram(file: string, options: ChildProgramOptions = {}): ChildProgram {
  const child = spawn(process.execPath, [...(options.flags ?? []), file, ...(options.arguments ?? [])], {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, ...options.environment },
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const lines = linesOf(child);
  return {
    pid: child.pid ?? 0,
    read: async <T>() => JSON.parse(await lines.next()) as T,
    stop: async () => {
      process.off("exit", kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const force = setTimeout(kill, 15_000);
      child.kill("SIGTERM");
      await once(child, "exit");
      clearTimeout(force);
    },
  };
}

function linesOf(child: ChildProcess): { next(): Promise<string> } {
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  const lines: string[] = [];
  let errors = "";
  let ended = false;
  const failure = () => new Error(`${child.spawnargs.join(" ")} ended with ${child.exitCode}:\n${errors}`);
  child.stderr?.on("data", (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-errorCharactersMax);
  });
  if (child.stdout) {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const reader = waiting.shift();
      if (reader === undefined) lines.push(line);
      else reader.resolve(line);
    });
  }
  child.once("close", () => {
    ended = true;
    for (const reader of waiting.splice(0)) reader.reject(failure());
  });
  return {
    next: () => {
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (ended) return Promise.reject(failure());
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}
