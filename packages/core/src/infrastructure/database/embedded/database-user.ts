import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The operating-system user the database runs as. */
export interface DatabaseUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Postgres refuses to run as root. For root this picks an existing user without rights; for everybody else it answers
 * `undefined`: run as yourself.
 */
export async function findDatabaseUser(): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const user = await lookUp(name);
    if (user && user.uid !== 0) return user;
  }
  throw new Error(
    "Postgres can't run as root, and there is neither a user `postgres` nor `nobody` to run it as. Start as another user, or set DATABASE_URL.",
  );
}

async function lookUp(name: string): Promise<DatabaseUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Runs a program as the database user, from a folder everybody may enter, and answers what it printed. */
export async function runAs(
  user: DatabaseUser | undefined,
  program: string,
  args: readonly string[],
  options: { timeoutMs: number; cwd?: string },
): Promise<string> {
  const { stdout } = await run(program, [...args], {
    cwd: options.cwd ?? "/",
    timeout: options.timeoutMs,
    killSignal: "SIGKILL",
    env: postgresEnvironment(),
    maxBuffer: 8 * 1024 * 1024,
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  return stdout;
}

/**
 * The environment of every Postgres program. The locale is fixed because a missing or foreign one breaks initdb, and
 * nothing else of the caller's environment (PGDATA, PGPORT, secrets) may reach it. Windows programs need their SystemRoot.
 */
export function postgresEnvironment(): Record<string, string> {
  return { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", LANG: "C", TZ: "UTC", ...windowsEnvironment() };
}

function windowsEnvironment(): Record<string, string> {
  return process.platform === "win32" ? { SystemRoot: "C:\\Windows", PATH: "C:\\Windows\\System32" } : {};
}
