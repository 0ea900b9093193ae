import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A running process, told apart from a later one that was given the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque and constant for the life of the process; differs for every other process on this machine, also after a reboot. */
  readonly startedAt: string;
  /** The command line, one entry per argument where the system tells them apart (Linux), else a single entry. */
  readonly command: readonly string[];
}

/**
 * Looks a process up by pid. Answers `undefined` when there is none, and for a zombie: it holds a pid, but no longer runs
 * (a container whose first process does not reap keeps them for ever).
 */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | undefined> {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === "linux") return identifyOnLinux(pid);
  return process.platform === "win32" ? identifyOnWindows(pid) : identifyWithPs(pid);
}

/** Whether the process that was identified before is still the one behind its pid. */
export async function isStillRunning(identity: Pick<ProcessIdentity, "pid" | "startedAt">): Promise<boolean> {
  return (await identifyProcess(identity.pid))?.startedAt === identity.startedAt;
}

async function identifyOnLinux(pid: number): Promise<ProcessIdentity | undefined> {
  try {
    const [stat, commandLine, bootId] = await Promise.all([
      readFile(`/proc/${pid}/stat`, "utf8"),
      readFile(`/proc/${pid}/cmdline`, "utf8"),
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
    ]);
    // The second field is the program's name in parentheses and may itself contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === "Z" || state === "X" || startTicks === undefined) return undefined;
    return { pid, startedAt: `${bootId.trim()}:${startTicks}`, command: commandLine.split("\0").filter(Boolean) };
  } catch {
    return undefined;
  }
}

async function identifyWithPs(pid: number): Promise<ProcessIdentity | undefined> {
  try {
    const { stdout } = await run("ps", ["-o", "stat=,lstart=,command=", "-p", String(pid)], {
      env: { PATH: "/bin:/usr/bin", LC_ALL: "C" },
    });
    // `lstart` is always five words: Sun Nov 22 12:20:14 2026
    const match = /^(\S+)\s+((?:\S+\s+){4}\S+)\s+(.*)$/.exec(stdout.trim());
    if (!match?.[1] || !match[2] || match[1].startsWith("Z")) return undefined;
    return { pid, startedAt: match[2].replace(/\s+/g, " "), command: [match[3] ?? ""] };
  } catch {
    return undefined;
  }
}

async function identifyOnWindows(pid: number): Promise<ProcessIdentity | undefined> {
  const script = `$p = Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}'; if ($p) { $p.CreationDate.ToFileTimeUtc(); $p.CommandLine }`;
  try {
    const { stdout } = await run("powershell", ["-NoProfile", "-NonInteractive", "-Command", script]);
    const [startedAt, ...command] = stdout.trim().split(/\r?\n/);
    return startedAt ? { pid, startedAt, command: [command.join(" ")] } : undefined;
  } catch {
    return undefined;
  }
}
