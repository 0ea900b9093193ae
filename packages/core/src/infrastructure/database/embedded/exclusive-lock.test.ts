import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withExclusiveLock } from "./exclusive-lock.ts";

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "smplat-lock-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("withExclusiveLock", () => {
  test("lets one piece of work run at a time, also when the one before failed", async () => {
    const file = join(folder, "in-turn");
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      throw new Error("failed");
    };
    const results = await Promise.allSettled([1, 2, 3].map(() => withExclusiveLock(file, 5_000, work)));
    expect(results.map((result) => result.status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(most).toBe(1);
  });

  test("says who is in the way when the holder does not let go", async () => {
    const file = join(folder, "held");
    await withExclusiveLock(file, 1_000, async () => {
      await expect(withExclusiveLock(file, 0, async () => undefined)).rejects.toThrow(/has held .*held/);
    });
  });

  test("is free again after its holder was killed", async () => {
    const file = join(folder, "killed");
    const script = `
      const { withExclusiveLock } = await import(${JSON.stringify(new URL("./exclusive-lock.ts", import.meta.url).href)});
      await withExclusiveLock(${JSON.stringify(file)}, 0, async () => process.kill(process.pid, "SIGKILL"));`;
    const death = await run(process.execPath, ["--input-type=module", "-e", script]).catch((error: unknown) => error);
    expect(death).toMatchObject({ signal: "SIGKILL" });
    expect(await withExclusiveLock(file, 0, async () => "mine")).toBe("mine");
  });
});
