import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startDemo } from "./start-demo.ts";
import { printNote, printTable, rounded } from "./table.ts";

const run = promisify(execFile);
const project = fileURLToPath(new URL("../", import.meta.url));
const portsOffset = 3_300;
const restMs = 15_000;

/** From `git clone` to the first page, then the same once more, and what every process holds. */
export async function measureStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "smplat-bench-"));
  await chmod(folder, 0o755);
  const clone = join(folder, "repo");
  const data = join(clone, ".data");
  try {
    const begun = performance.now();
    await run("git", ["clone", "--quiet", project, clone]);
    const clonedMs = performance.now() - begun;
    const cold = await startDemo({ project: clone, data, portsOffset });
    await cold.stop();
    const second = await startDemo({ project: clone, data, portsOffset });
    printTable(
      "Starting (seconds until the home page was answered)",
      ["what", "seconds"],
      [
        ["cold: clone, install, database, build, seed, start", rounded((clonedMs + cold.firstPageMs) / 1_000, 1)],
        ["second start", rounded(second.firstPageMs / 1_000, 1)],
      ],
    );
    printNote("The install reads what npm's cache on this machine holds already.");
    await pause(restMs);
    const rest = await second.memory();
    await browse(second.url);
    const busy = await second.memory();
    await second.stop();
    printTable(
      "Memory (MiB)",
      ["process", "at rest RSS", "at rest PSS", "after 300 pages RSS", "after 300 pages PSS"],
      rest.map(({ name, rssMib, pssMib }) => {
        const after = busy.find((entry) => entry.name === name);
        return [name, rssMib, pssMib ?? "?", after?.rssMib ?? "?", after?.pssMib ?? "?"];
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads pages four at a time. */
async function browse(url: string): Promise<void> {
  const paths = ["/", "/products", "/de/products"];
  let turn = 0;
  const visit = async () => {
    for (; turn < 300; ) {
      const path = paths[turn % paths.length] ?? "/";
      turn += 1;
      await (await fetch(`${url}${path}`)).text();
    }
  };
  await Promise.all([visit(), visit(), visit(), visit()]);
}
