import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Explained } from "./steps.mjs";

const DRAIN_MS = 25_000;
const FORCED_DRAIN_MS = 5_000;
const LOG_LIMIT_BYTES = 20 * 1024 * 1024;
const POLL_MS = 100;

/**
 * Starts a program of ours in a process group of its own, its output going to `logs/<name>.log`: only the supervisor
 * hears Ctrl-C, and the group can be ended as a whole.
 */
export function startChild({ name, args, cwd, env, data }) {
  mkdirSync(join(data, "logs"), { recursive: true });
  const logFile = join(data, "logs", `${name}.log`);
  const log = openSync(logFile, "a", 0o600);
  if (statSync(logFile).size > LOG_LIMIT_BYTES) truncateSync(logFile);
  // Compiled code is kept beside the data: the next start reads it instead of compiling some thousand files again.
  const ownEnv = { NODE_COMPILE_CACHE: join(data, "compile-cache"), ...env };
  const child = spawn(process.execPath, args, { cwd, env: ownEnv, detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  const state = { ended: undefined };
  const exit = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  }).then((how) => {
    state.ended = how;
    return how;
  });
  return { name, pid: child.pid, exit, logFile, ended: () => state.ended };
}

/** Waits until `url` answers with success. Fails with the end of the log when the program ends or takes too long. */
export async function waitUntilAnswering(child, url, timeoutMs) {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    if (child.ended() !== undefined) throw failure(child, `ended (${child.ended()}) while starting`);
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    await response?.body?.cancel();
    if (response && response.status < 400) return;
    if (performance.now() > deadline) {
      const answer = response ? `it answers ${response.status}` : "it does not answer";
      throw failure(child, `was not ready after ${timeoutMs / 1000} s: ${answer} at ${url}`);
    }
    await delay(POLL_MS);
  }
}

/**
 * Asks a program to finish what it does and end; forces it when it takes too long.
 * @param force a signal that shortens the wait to 5 s
 */
export async function stopChild(child, force) {
  if (child.ended() !== undefined) return;
  signalGroup(child.pid, "SIGTERM");
  const ended = child.exit.then(() => true);
  const late = Promise.race([elapsed(DRAIN_MS), forced(force)]);
  if (await Promise.race([ended, late])) return;
  signalGroup(child.pid, "SIGKILL");
  await child.exit;
}

/** Runs a program of ours to its end and answers what it printed; `hear` gets its output as it comes. */
export function runToEnd({ name, args, cwd, env, hear = () => undefined }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => child.kill("SIGKILL");
    process.once("exit", stop);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        hear(chunk.toString());
      });
    }
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("exit", stop);
      if (code === 0) resolve(output);
      else reject(new Explained(`${name} failed (${signal ?? `exit code ${code}`}):\n${lastLines(output)}`));
    });
  });
}

/** Signals a whole process group; it may be gone already. */
export function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** The end of a program's log, for a message. */
export function failure(child, what) {
  return new Explained(
    `The ${child.name} ${what}. The end of ${child.logFile}:\n${lastLines(readFileSync(child.logFile, "utf8"))}`,
  );
}

function lastLines(text) {
  return text.trimEnd().split("\n").slice(-30).join("\n");
}

async function elapsed(ms) {
  await delay(ms, undefined, { ref: false });
  return false;
}

async function forced(signal) {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  return elapsed(FORCED_DRAIN_MS);
}
