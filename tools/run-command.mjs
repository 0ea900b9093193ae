import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inProject, root } from "./project-root.mjs";

const FILE = "environment.json";

/** Keeps what the programs of a start are told, so that commands reach the same database and platforms. */
export function keepEnvironment(data, names, env) {
  const kept = Object.fromEntries(names.filter((name) => name in env).map((name) => [name, env[name]]));
  writeFileSync(join(data, FILE), JSON.stringify(kept, null, 2), { mode: 0o600 });
}

/**
 * Runs a command of the server with the environment of the last start on a data folder: `--data`, `SMPLAT_DATA`, or
 * `.data`. What the surroundings set wins; without a start, only they count.
 */
function runCommand([command, ...given]) {
  const { data, named, args } = dataFolder(given);
  const file = join(data, FILE);
  if (named && !existsSync(file)) {
    console.error(`No shop was started on ${data} yet. Start it with: npm start -- --data ${data}`);
    return 1;
  }
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const own = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const program = inProject(`apps/server/src/commands/${command}.ts`);
  const { status } = spawnSync(process.execPath, [program, ...args], { stdio: "inherit", env: { ...known, ...own } });
  return status ?? 1;
}

/** The data folder that the arguments or the surroundings name, and the arguments that are left for the command. */
function dataFolder(given) {
  const at = given.findIndex((argument) => argument === "--data" || argument.startsWith("--data="));
  const [flag, next] = [given[at] ?? "", given[at + 1]];
  const separate = flag === "--data";
  const folder = (separate ? next : flag.slice("--data=".length)) || process.env.SMPLAT_DATA;
  const args = at === -1 ? given : given.toSpliced(at, separate ? 2 : 1);
  return { data: resolve(root, folder || ".data"), named: Boolean(folder), args };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = runCommand(process.argv.slice(2));
