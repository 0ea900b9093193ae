import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { binariesIn, type PostgresBinaries } from "./binaries.ts";
import { type DatabaseUser, findDatabaseUser, runAs } from "./database-user.ts";
import type { SupervisorLogger } from "./supervisor-logger.ts";

/** Where one database lives and as whom it runs. */
export interface Placement {
  readonly user: DatabaseUser | undefined;
  readonly binaries: PostgresBinaries;
  /** Holds the cluster and its passwords. */
  readonly folder: string;
  /** Postgres's data folder. */
  readonly cluster: string;
}

const PROBE_TIMEOUT_MS = 10_000;

/**
 * Chooses where programs and data go. Inside `home`, unless the database's user can't reach that: a folder made by
 * `mktemp -d`, or anything below `/root`, is closed (0700) to everybody but its owner, and Postgres can then neither load
 * its libraries nor open its data. Then both go to a folder outside. The choice is written down in `home`, because later
 * starts must find the same data even if permissions change.
 */
export async function choosePlacement(
  home: string,
  installed: PostgresBinaries,
  logger: SupervisorLogger,
): Promise<Placement> {
  const user = await findDatabaseUser();
  const binaries = (await canRun(user, installed)) ? installed : await copyBinaries(user, installed);
  const folder = (await rememberedFolder(home, logger)) ?? (await newFolder(home, user));
  return { user, binaries, folder, cluster: join(folder, "cluster") };
}

async function canRun(user: DatabaseUser | undefined, binaries: PostgresBinaries): Promise<boolean> {
  if (!user) return true;
  return runAs(user, binaries.postgres, ["--version"], { timeoutMs: PROBE_TIMEOUT_MS }).then(
    () => true,
    () => false,
  );
}

async function canEnter(user: DatabaseUser, folder: string): Promise<boolean> {
  return runAs(user, "/bin/sh", ["-c", 'cd "$0"', folder], { timeoutMs: PROBE_TIMEOUT_MS }).then(
    () => true,
    () => false,
  );
}

/** One copy per version serves every closed folder of this machine. */
async function copyBinaries(user: DatabaseUser | undefined, installed: PostgresBinaries): Promise<PostgresBinaries> {
  const parent = await outsideFolder("smplat-postgres");
  const root = join(parent, installed.version);
  if (!existsSync(root)) {
    const unfinished = await mkdtemp(join(parent, "copying-"));
    await cp(installed.root, unfinished, { recursive: true, verbatimSymlinks: true });
    await runAs(undefined, "/bin/chmod", ["-R", "a+rX,go-w", unfinished], { timeoutMs: PROBE_TIMEOUT_MS });
    // Of two starts that copy at once one finds the place taken, with the same content.
    await rename(unfinished, root).catch(() => rm(unfinished, { recursive: true, force: true }));
  }
  const copied = binariesIn(root, installed.version);
  if (!(await canRun(user, copied))) {
    throw new Error(
      `Postgres does not start as user ${user?.name ?? "?"} from ${root}. Is it on a file system that forbids programs (noexec)?`,
    );
  }
  return copied;
}

async function rememberedFolder(home: string, logger: SupervisorLogger): Promise<string | undefined> {
  const text = await readFile(join(home, "location.json"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const folder = resolve(home, (JSON.parse(text) as { folder: string }).folder);
  if (existsSync(folder)) return folder;
  logger.warn({ folder }, "The database's folder is gone; starting with an empty one");
  return undefined;
}

async function newFolder(home: string, user: DatabaseUser | undefined): Promise<string> {
  const name = createHash("sha256").update(home).digest("hex").slice(0, 10);
  const inside = !user || (await canEnter(user, home));
  // A new folder each time: who deletes `home` wants to start over and must not meet the old data again.
  const folder = inside ? home : await mkdtemp(join(await outsideFolder("smplat"), `${name}-`));
  await chmod(folder, 0o755);
  // Relative when inside, so that a copied or moved project uses its own data.
  await writeFile(join(home, "location.json"), JSON.stringify({ folder: inside ? "." : folder }));
  return folder;
}

/**
 * A folder of ours that every user may enter, below `/var/lib`, or the temporary folder where that can't be written. In the
 * latter anybody may have made a folder of that name to slip in programs of his own, so only one that we own is taken.
 */
async function outsideFolder(name: string): Promise<string> {
  for (const parent of ["/var/lib", tmpdir()]) {
    const folder = join(parent, name);
    try {
      await mkdir(folder, { mode: 0o755, recursive: true });
      const found = await lstat(folder);
      if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) continue;
      await chmod(folder, 0o755);
      return folder;
    } catch {
      // Read-only or missing: the next parent may do.
    }
  }
  throw new Error(
    `Neither /var/lib nor ${tmpdir()} can hold a folder the database's user may enter. Move the project to a folder open to others (chmod 755), or set DATABASE_URL.`,
  );
}
