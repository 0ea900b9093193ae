import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { identifyProcess, isStillRunning } from "../packages/core/src/infrastructure/database/embedded/index.ts";
import { signalGroup } from "./child.mjs";

const END_MS = 5_000;
const POLL_MS = 50;

/** Writes down which programs run, so that a start after a killed one can end what it left behind. */
export function openRunRecord(data) {
  const file = join(data, "run.json");
  const processes = [];
  const save = () => writeFileSync(file, JSON.stringify({ processes }, null, 2));
  return {
    async add(name, pid) {
      const identity = await identifyProcess(pid);
      if (!identity) return;
      processes.push({ name, pid, startedAt: identity.startedAt });
      save();
    },
    close: () => rmSync(file, { force: true }),
  };
}

/**
 * Ends the programs an earlier start left running. One whose pid has since gone to another process, told by its start
 * time, is left alone.
 * @returns the names of those that were ended
 */
export async function endLeftovers(data) {
  const file = join(data, "run.json");
  if (!existsSync(file)) return [];
  const ended = [];
  for (const left of readProcesses(file).reverse()) {
    if (!(await isStillRunning(left))) continue;
    signalGroup(left.pid, "SIGTERM");
    if (!(await endsWithin(left, END_MS))) signalGroup(left.pid, "SIGKILL");
    ended.push(left.name);
  }
  rmSync(file, { force: true });
  return ended;
}

function readProcesses(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).processes;
  } catch {
    // Cut short by the crash it was meant for: nothing can be proven to be ours.
    return [];
  }
}

async function endsWithin(identity, ms) {
  const deadline = performance.now() + ms;
  while (await isStillRunning(identity)) {
    if (performance.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}
