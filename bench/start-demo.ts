import { spawn } from "node:child_process";
import { chmod, mkdir, readdir, readFile } from "node:fs/promises";
import { readMemory } from "./cpu-times.ts";

/** The whole business as `npm start` runs it. */
export interface Demo {
  readonly url: string;
  /** From the command to a home page that was answered in full. */
  readonly firstPageMs: number;
  /** Memory of every process, by what it is. */
  memory(): Promise<readonly { readonly name: string; readonly rssMib: number; readonly pssMib: number | null }[]>;
  stop(): Promise<void>;
}

const startTimeoutMs = 900_000;

/** Does what `npm start` does, in a project on data and ports of its own, and reads the home page as soon as it is there. */
export async function startDemo(options: { project: string; data: string; portsOffset: number }): Promise<Demo> {
  await mkdir(options.data, { recursive: true });
  // The database's own user must be able to walk through.
  await chmod(options.data, 0o755);
  const begun = performance.now();
  const args = ["tools/start.mjs", "--data", options.data, "--ports-offset", String(options.portsOffset)];
  // Nothing that would point the demo at something of ours; the rest may say where the registry is.
  const { DATABASE_URL: _, SMPLAT_DEMO: __, SMPLAT_DATA: ___, PUBLIC_URL: ____, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: options.project,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const group = child.pid ?? 0;
  const kill = () => {
    try {
      process.kill(-group, "SIGKILL");
    } catch {
      // It is gone already.
    }
  };
  process.once("exit", kill);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(kill, 40_000);
    await ended;
    clearTimeout(late);
    process.off("exit", kill);
  };
  try {
    const url = await readyUrl(child, ended);
    await (await fetch(url)).text();
    return { url, firstPageMs: performance.now() - begun, memory: () => memoryOf(group, options.data), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readyUrl(child: ReturnType<typeof spawn>, ended: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${printed.slice(-4_000)}`)), startTimeoutMs);
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      const ready = /Smplat is ready: (\S+)/.exec(printed)?.[1];
      if (ready === undefined) return;
      clearTimeout(timer);
      resolve(ready);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    void ended.then(() => reject(new Error(`The start ended:\n${printed.slice(-4_000)}`)));
  });
}

interface Member {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

const names: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/apps\/server\/src\/main\.ts/, "server (API, worker, scheduler)"],
  [/next-server|next start|apps\/web/, "web (Next)"],
  [/apps\/sandbox/, "sandbox"],
  [/postgres/, "PostgreSQL, all its processes"],
];

/** The processes below the start, and the database's, which is nobody's child. */
async function memoryOf(root: number, data: string): ReturnType<Demo["memory"]> {
  const all = await readMembers();
  const ours = new Set([root]);
  for (const { pid, command } of all) if (command.includes("postgres") && command.includes(data)) ours.add(pid);
  for (let grown = true; grown; ) {
    const more = all.filter(({ pid, parent }) => ours.has(parent) && !ours.has(pid));
    for (const { pid } of more) ours.add(pid);
    grown = more.length > 0;
  }
  const sums = new Map<string, { rssMib: number; pssMib: number | null }>();
  for (const { pid, command } of all.filter((member) => ours.has(member.pid))) {
    const name = names.find(([pattern]) => pattern.test(command))?.[1] ?? "start and its shells";
    const { rssMib, pssMib } = await readMemory(pid);
    const before = sums.get(name) ?? { rssMib: 0, pssMib: 0 };
    const shared = before.pssMib === null || pssMib === null ? null : before.pssMib + pssMib;
    sums.set(name, { rssMib: before.rssMib + rssMib, pssMib: shared });
  }
  return [...sums].map(([name, memory]) => ({ name, ...memory }));
}

async function readMembers(): Promise<Member[]> {
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const members = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
      const command = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).replaceAll("\0", " ");
      return { pid: Number(pid), parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? 0), command };
    }),
  );
  return members.filter(({ parent }) => parent > 0);
}
