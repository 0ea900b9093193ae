import { afterAll, beforeAll, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "./start-sandbox.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
}, 30_000);
afterAll(() => sandbox.stop());

test("a test moves the sandbox's business time", async () => {
  await sandbox.control.clock.set({ rate: 0, business: "2026-01-01T00:00:00.000Z" });
  await sandbox.control.clock.advance(60_000);
  expect(await sandbox.control.clock.get()).toMatchObject({ business: "2026-01-01T00:01:00.000Z", rate: 0 });
});

test("every part of the sandbox answers to its control", async () => {
  const { control } = sandbox;
  await control.suppliers.set("atelier", { mode: "down", variation: "none" });
  await control.channels.set("bluesky", "someone.example", { followers: 12_000, state: "ok" });
  await control.webhooks.setTargets({ stripe: { url: "http://127.0.0.1:9/", secret: "whsec_x" }, northbeam: null });
  await control.webhooks.setMode({ hold: true });
  await control.webhooks.flush();
  await control.stripe.set("webhook-first");
  await control.objectStore.set("slow");
  await control.mailbox.set("reject");
  await control.mailbox.clear();
  await control.tick();
  expect(await control.suppliers.orders("northbeam")).toEqual([]);
  expect(await control.mailbox.list("a@b.example")).toEqual([]);
  expect(await control.webhooks.log()).toEqual([]);
  expect(await control.webhooks.pending()).toEqual([]);
  await control.reset();
});

test("a refusal says what was asked and why it was refused", async () => {
  await expect(sandbox.control.stripe.closeDispute("ch_missing", "won")).rejects.toThrow(/stripe\/disputes.*404/);
});

test("a sandbox that can't start reports its own error", async () => {
  await expect(startSandbox({ SANDBOX_SEED: "many" })).rejects.toThrow(/ended with code 1[\s\S]*SANDBOX_SEED/);
});
