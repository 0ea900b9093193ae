import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { orderStates } from "@smplat/contracts/vocabulary";
import { type Core, createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";
import { verify } from "@smplat/core/verify";
import {
  createTestDatabase,
  platformEnvironment,
  recordingLogger,
  type Sandbox,
  startSandbox,
  type TestDatabase,
  testReceiptKey,
} from "@smplat/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const command = fileURLToPath(new URL("./seed.ts", import.meta.url));
const secret = "a secret of the tests, long enough to be one";
const webhookSecret = "whsec_c3RyaXBlLXdlYmhvb2stc2VjcmV0LWZvci10ZXN0cw==";
const seedTimeoutMs = 120_000;

let database: TestDatabase;
let sandbox: Sandbox;
let core: Core;
let data: string;
let printed: string;
const staff = { role: "admin", staffId: "test" } as const;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "smplat-seed-"));
  database = await createTestDatabase();
  const port = await freePort();
  const stripe = { url: `http://127.0.0.1:${port}/api/v1/webhooks/stripe`, secret: webhookSecret };
  sandbox = await startSandbox({
    SANDBOX_WEBHOOK_STRIPE_URL: stripe.url,
    SANDBOX_WEBHOOK_STRIPE_SECRET: stripe.secret,
  });
  const environment = environmentOf(port);
  printed = (await run(process.execPath, [command], { env: environment })).stdout;
  core = await createCore({ ...loadConfig(environment), services: [] }, { logger: recordingLogger().logger });
}, seedTimeoutMs);

afterAll(async () => {
  await core?.close();
  await sandbox?.stop();
  await database?.drop();
  await rm(data, { recursive: true, force: true });
});

function environmentOf(port: number): Record<string, string> {
  return {
    NODE_ENV: "test",
    DATABASE_URL: database.url,
    API_PORT: String(port),
    CLOCK_RATE: "1440",
    SMPLAT_DEMO: "1",
    SMPLAT_DEMO_HISTORY: "small",
    SANDBOX_URL: sandbox.url,
    SESSION_SECRET: secret,
    QUOTE_SIGNING_KEY: secret,
    ENCRYPTION_KEY: secret,
    RECEIPT_SIGNING_KEY: testReceiptKey,
    STORAGE_DIRECTORY: join(data, "files"),
    DEMO_LOGINS_FILE: join(data, "logins.json"),
    DEMO_PROVIDERS_FILE: join(data, "providers.json"),
    EGRESS_ORIGINS: sandbox.url,
    STRIPE_API_URL: sandbox.url,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    ...platformEnvironment(sandbox.url),
    SMTP_URL: sandbox.smtpUrl,
    NORTHBEAM_API_URL: `${sandbox.url}/suppliers/northbeam/v1`,
    NORTHBEAM_API_KEY: "nb_test_key",
    NORTHBEAM_WEBHOOK_SECRET: webhookSecret,
    ATELIER_API_URL: `${sandbox.url}/suppliers/atelier/api`,
    ATELIER_API_KEY: "at_test_key",
    ATELIER_WEBHOOK_SECRET: secret,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function allOrders() {
  const page = await core.orders.list(core.database, staff, { limit: 100 });
  expect(page.nextCursor).toBeNull();
  return page.items;
}

test("the past keeps its promise: nothing that the demo shows is missing", () => {
  expect(printed).toMatch(/\d+ orders, \d+ signed proofs/);
  expect(printed).not.toContain("it lacks");
});

test("orders of the past stand in every state they can end in, and their books balance", async () => {
  const states = new Set((await allOrders()).map(({ state }) => state));
  // `processing` is a moment. A make-good of the seed's end may be done by now: the supplier's time runs on.
  for (const state of orderStates.filter((one) => one !== "processing" && one !== "refilling")) {
    expect(states, state).toContain(state);
  }
  expect((await verify(core.database.pool)).findings).toEqual([]);
});

test("a make-good was agreed to for what was taken down, and who watched knows what there is", async () => {
  const { items } = await core.refills.list(core.database, staff, { limit: 50 });
  expect(items.some(({ decidedAt, state }) => decidedAt !== null && state !== "declined")).toBe(true);
  expect(printed).toMatch(/^100 % of the past$/m);
  expect(printed.trimEnd().split("\n").at(-1)).toMatch(/^\d+ orders, \d+ signed proofs, \d+ of \d+ products .+ s$/);
});

test("what was delivered was measured when it happened: before, and weeks ago", async () => {
  const completed = (await allOrders()).filter(({ state }) => state === "completed");
  const proofs = await Promise.all(
    completed.map(({ id }) => core.deliveryProof.getForOrder(core.database, staff, id, "en")),
  );
  const weeksAgo = Date.now() - 14 * 86_400_000;
  const measured = proofs.flatMap(({ lines }) => lines).filter(({ baseline }) => baseline !== null);
  expect(measured).not.toEqual([]);
  for (const { baseline, latest } of measured) {
    expect(baseline?.takenAt.getTime()).toBeLessThan(weeksAgo);
    expect(latest?.takenAt.getTime()).toBeGreaterThan(baseline?.takenAt.getTime() ?? Number.NaN);
  }
});

test("every product's numbers count each finished line once", async () => {
  const lines = (await allOrders()).flatMap((order) => order.lines);
  const products = [...new Set(lines.map(({ productId }) => productId))];
  const metrics = await core.deliveryProof.metricsForMany(core.database, products);
  for (const id of products) {
    const finished = lines.filter(
      ({ productId, state }) => productId === id && (state === "fulfilled" || state === "short"),
    );
    expect(metrics.get(id)?.sampleSize).toBe(finished.length);
  }
});

test("every paid order has its papers, and nobody's mailbox is full of old mail", async () => {
  for (const order of await allOrders()) {
    const kinds = (await core.billing.listPapers(core.database, order.id)).map(({ kind }) => kind);
    if (order.paidAt !== null) expect(kinds).toContain("invoice");
    if (order.deliveredAt !== null && order.state !== "disputed") expect(kinds).toContain("receipt");
  }
  expect((await sandbox.control.mailbox.list()).length).toBeLessThan(5);
});

test("nothing was left undone: the shop goes on where the past ends", async () => {
  // Business time runs on after the seed, and brings new work by the second.
  expect(await core.jobMonitor.oldestReadyAgeS()).toBeLessThan(60);
  expect((await core.jobMonitor.overview()).failed).toEqual([]);
});

test("the people of the demo can sign in, and its customer has bought", async () => {
  const logins = JSON.parse(await readFile(join(data, "logins.json"), "utf8")) as { email: string }[];
  expect(logins.map(({ email }) => email)).toEqual([
    "admin@smplat.example",
    "operator@smplat.example",
    "mara@smplat.example",
  ]);
  const own = await core.orders.listOfEmail(core.database, "mara@smplat.example", 5);
  const good = own.find(({ state }) => state === "completed" || state === "delivered");
  expect(await core.receipts.list(core.database, staff, good?.id ?? "")).not.toEqual([]);
});
