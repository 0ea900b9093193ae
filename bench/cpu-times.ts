import { readdir, readFile } from "node:fs/promises";

/** Processor time used so far, in milliseconds, by named groups of processes. */
export type CpuTimes = Readonly<Record<string, number>>;

/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick. */
const msPerTick = 10;

/** Reads what each group has used, and what all `others` have; a group named here as `tree` counts the children of its process too. */
export async function readCpuTimes(
  groups: Readonly<Record<string, { pid: number; tree: boolean }>>,
): Promise<CpuTimes> {
  const all = await readProcesses();
  const used: Record<string, number> = {};
  for (const [name, { pid, tree }] of Object.entries(groups)) {
    const members = all.filter((entry) => entry.pid === pid || (tree && entry.parent === pid));
    used[name] =
      members.reduce((sum, entry) => sum + entry.ticks + (entry.pid === pid ? entry.reapedTicks : 0), 0) * msPerTick;
  }
  const ours = Object.values(used).reduce((sum, ms) => sum + ms, 0);
  return { ...used, others: (await readMachine()) - ours };
}

/** What all processes of the machine have used, and what its host took from it. */
async function readMachine(): Promise<number> {
  const text = await readFile("/proc/stat", "utf8").catch(() => "cpu");
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, stolen = 0] = (text.split("\n")[0] ?? "")
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softIrq + stolen) * msPerTick;
}

interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  readonly reapedTicks: number;
}

async function readProcesses(): Promise<ProcessTimes[]> {
  const names = await readdir("/proc").catch(() => []);
  const read = names.filter((name) => /^\d+$/.test(name)).map(readProcess);
  return (await Promise.all(read)).filter((entry) => entry !== null);
}

async function readProcess(name: string): Promise<ProcessTimes | null> {
  const text = await readFile(`/proc/${name}/stat`, "utf8").catch(() => null);
  if (text === null) return null;
  // The second field is the program's name in brackets and may hold spaces.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const number = (index: number) => Number(fields[index] ?? 0);
  return { pid: Number(name), parent: number(1), ticks: number(11) + number(12), reapedTicks: number(13) + number(14) };
}

/** The process that started another one; 0 when there is none. */
export async function parentOf(pid: number): Promise<number> {
  return (await readProcess(String(pid)))?.parent ?? 0;
}

/** Memory of a process in MiB: resident, and its proportional share where the system tells. */
export async function readMemory(pid: number): Promise<{ rssMib: number; pssMib: number | null }> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  const mib = (text: string, name: string) => {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1];
    return found === undefined ? null : Math.round(Number(found) / 1024);
  };
  return { rssMib: mib(status, "VmRSS") ?? 0, pssMib: mib(rollup, "Pss") };
}
