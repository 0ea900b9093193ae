import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startSandbox } from "./start-sandbox.ts";
import { callJson } from "./testing/call-json.ts";

test("state and clock survive a restart when a state file is given", async () => {
  const directory = await mkdtemp(join(tmpdir(), "sandbox-"));
  const stateFile = join(directory, "state.json");
  const first = await startSandbox({ stateFile });
  await callJson(`${first.url}/control/clock`, {
    method: "PUT",
    json: { business: "2026-03-01T00:00:00Z", rate: 0 },
  });
  await callJson(`${first.url}/control/channels/youtube/brand`, { method: "PUT", json: { followers: 777 } });
  await first.stop();
  const second = await startSandbox({ stateFile });
  const { body } = await callJson<{ followers: number }>(`${second.url}/control/channels/youtube/brand`);
  const clock = await callJson<{ now: string }>(`${second.url}/control/clock`);
  await second.stop();
  await rm(directory, { recursive: true });
  expect(body.followers).toBe(777);
  expect(clock.body.now).toBe("2026-03-01T00:00:00.000Z");
});

test("the process says in one line where it listens and ends cleanly on SIGTERM", async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./main.ts", import.meta.url))], {
    env: { SANDBOX_PORT: "0", SANDBOX_SMTP_PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve) => {
    lines.once("line", resolve);
  });
  const ready = JSON.parse(line) as { ready: boolean; port: number; smtpPort: number };
  const health = await callJson(`http://127.0.0.1:${ready.port}/control/health`);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect([ready.ready, health.status]).toEqual([true, 200]);
});

test("control input that makes no sense is refused with a reason", async () => {
  const sandbox = await startSandbox();
  const wrong = await callJson<{ error: { message: string } }>(`${sandbox.url}/control/suppliers/northbeam`, {
    method: "PUT",
    json: { mode: "asleep" },
  });
  const notJson = await callJson(`${sandbox.url}/control/clock`, { method: "PUT", body: "{" });
  await sandbox.stop();
  expect([wrong.status, notJson.status]).toEqual([422, 422]);
  expect(wrong.body.error.message).toContain("mode");
});
