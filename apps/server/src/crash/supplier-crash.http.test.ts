import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { contract } from "@smplat/contracts";
import { seedProviders } from "@smplat/core/seed";
import { verify } from "@smplat/core/verify";
import {
  createTestCore,
  createTestVisitor,
  fillCart,
  pay,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
  testReceiptKey,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createApp } from "../app.ts";
import { createServerProcess, type ServerProcess } from "./server-process.ts";
import { type CallStep, callSteps, startWatchedProxy, type WatchedProxy } from "./watched-proxy.ts";

const secret = "a secret of the tests, long enough to be one";
const linesPerRound = 3;
const roundsMax = 30;

let shop: TestCore;
let sandbox: Sandbox;
let proxy: WatchedProxy;
let worker: ServerProcess;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  proxy = await startWatchedProxy(sandbox.url, isSubmit);
  const outside = { EGRESS_ORIGINS: proxy.url, STRIPE_API_URL: sandbox.url, STRIPE_SECRET_KEY: "sk_test_sandbox" };
  shop = await createTestCore(outside);
  await sandbox.control.suppliers.set("northbeam", { variation: "none" });
  await seedProviders(shop.core, {
    northbeam: { apiUrl: `${proxy.url}/suppliers/northbeam/v1`, apiKey: "nb_test_key", webhookSecret: "whsec_AAAA" },
    atelier: { apiUrl: `${proxy.url}/suppliers/atelier/api`, apiKey: "at_test_key", webhookSecret: "atelier secret" },
  });
  product = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
  const { database, storage, mail } = shop.core.config;
  worker = createServerProcess(
    {
      ...outside,
      NODE_ENV: "test",
      LOG_LEVEL: "warn",
      DATABASE_URL: database.url,
      API_PORT: String(await freePort()),
      SERVICES: "api,worker",
      SESSION_SECRET: secret,
      QUOTE_SIGNING_KEY: secret,
      ENCRYPTION_KEY: secret,
      RECEIPT_SIGNING_KEY: testReceiptKey,
      STORAGE_DIRECTORY: storage.kind === "disk" ? storage.directory : "",
      SMTP_URL: mail.smtpUrl,
    },
    60_000,
  );
}, 120_000);
afterEach(async () => {
  proxy.onCall(async () => undefined);
  await worker.kill();
  const { findings } = await verify(shop.core.database.pool);
  expect(findings).toEqual([]);
  expect(worker.errors).toEqual([]);
});
afterAll(async () => {
  await worker?.kill();
  await proxy?.close();
  await sandbox?.stop();
  await shop?.close();
});

function isSubmit({ method, url }: { method?: string | undefined; url?: string | undefined }): boolean {
  return method === "POST" && /^\/suppliers\/northbeam\/v1\/\w+$/.test(url ?? "");
}

async function freePort(): Promise<number> {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
  const { port } = holder.address() as AddressInfo;
  await new Promise((resolve) => holder.close(resolve));
  return port;
}

/** A paid order, with its submit waiting for a worker. */
async function buy(): Promise<string> {
  const visitor = createTestVisitor(createApp(shop.core), contract);
  const { orderId } = await pay(visitor, await fillCart(visitor, product));
  return orderId;
}

/** Resolves at the first submit that comes to a step, and holds that submit until it is let go. */
function stopAt(wanted: CallStep): Promise<{ letGo: () => void }> {
  return new Promise((resolve) => {
    proxy.onCall((step) => {
      if (step !== wanted) return Promise.resolve();
      proxy.onCall(async () => undefined);
      return new Promise<void>((letGo) => resolve({ letGo }));
    });
  });
}

/** Ten minutes pass for whoever waits: leases end, jobs come due, a supplier's settle time is over. */
async function passTime(): Promise<void> {
  const { pool } = shop.core.database;
  await pool.query("update pgboss.job set heartbeat_on = heartbeat_on - interval '10 minutes' where state = 'active'");
  await pool.query("update fulfillment_attempts set called_at = called_at - interval '10 minutes'");
  await pool.query(
    `update pgboss.job set start_after = start_after - interval '10 minutes'
     where state in ('created', 'retry') and start_after < now() + interval '15 minutes'`,
  );
  // It looks for dead workers so often and no oftener.
  await pool.query("update pgboss.queue set monitor_claim_on = null, monitor_on = null, maintain_on = null");
  await shop.core.queue.boss.supervise();
}

/** What the supplier has for the orders, by reference. */
async function submitsOf(orderIds: readonly string[]) {
  const { rows } = await shop.core.database.pool.query<{ reference: string; order_id: string }>(
    "select reference, order_id from fulfillment_attempts where order_id = any($1)",
    [orderIds],
  );
  const orders = await sandbox.control.suppliers.orders("northbeam");
  return rows.map(({ reference, order_id }) => {
    const made = orders.filter((order) => order.reference === reference);
    return { orderId: order_id, submits: made[0]?.submits ?? 0, made: made.length };
  });
}

async function linesOf(orderIds: readonly string[]): Promise<string[]> {
  const { rows } = await shop.core.database.pool.query<{ state: string }>(
    "select state from fulfillment_lines where order_id = any($1) order by id",
    [orderIds],
  );
  return rows.map(({ state }) => state);
}

/** Another worker, this very process, takes over what is left. */
async function finishElsewhere(orderIds: readonly string[]): Promise<void> {
  for (let round = 0; round < roundsMax; round += 1) {
    const states = await linesOf(orderIds);
    if (states.length === orderIds.length && states.every((state) => state === "accepted" || state === "delivering"))
      return;
    await passTime();
    await shop.core.runner.settle();
  }
  throw new Error(`The lines are not taken on: ${(await linesOf(orderIds)).join(", ")}`);
}

test.each(callSteps)(
  "a worker killed at %s of a submit: another takes every line to the supplier, which heard each reference once",
  async (step) => {
    const orderIds = await Promise.all(Array.from({ length: linesPerRound }, buy));
    const stopped = stopAt(step);
    await worker.start();
    const { letGo } = await stopped;
    await worker.kill();
    letGo();
    await finishElsewhere(orderIds);
    const submits = await submitsOf(orderIds);
    for (const orderId of orderIds) {
      const own = submits.filter((attempt) => attempt.orderId === orderId);
      expect(
        own.reduce((sum, attempt) => sum + attempt.made, 0),
        "orders at the supplier",
      ).toBe(1);
      expect(Math.max(...own.map((attempt) => attempt.submits)), "submits under one reference").toBe(1);
    }
  },
  90_000,
);

/** The submit aside: a transaction that sleeps as well would keep its locks. */
async function untilNothingElseRuns(): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const { rows } = await shop.core.database.pool.query<{ busy: number }>(
      `select (select count(*) from pgboss.job where state = 'active')
        + (select count(*) from pgboss.job where state = 'created' and start_after <= now() and name <> 'dead-letter')
        + (select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in %')
        as busy`,
    );
    if (Number(rows[0]?.busy) === 1) return;
    if (performance.now() > deadline) throw new Error("Other jobs don't come to rest");
    await delay(50);
  }
}

test("a worker that slept past its lease commits nothing when it wakes up", async () => {
  const orderId = await buy();
  const stopped = stopAt("call-accepted");
  await worker.start();
  const { letGo } = await stopped;
  await untilNothingElseRuns();
  worker.pause();
  const facts = async () => {
    const { pool } = shop.core.database;
    const tables = ["fulfillment_attempts", "fulfillment_lines", "order_audit", "order_lines", "ledger_journals"];
    const rows = await Promise.all(
      tables.map((table) => pool.query(`select * from ${table} where order_id = $1 order by 1, 2`, [orderId])),
    );
    const events = await pool.query("select id from events where metadata ->> 'orderId' = $1 order by id", [orderId]);
    return { rows: rows.map((result) => result.rows), events: events.rows };
  };
  await finishElsewhere([orderId]);
  const before = await facts();
  worker.resume();
  letGo();
  const deadline = performance.now() + 20_000;
  while (!worker.lines.some((line) => line.includes("another attempt holds this job"))) {
    if (performance.now() > deadline) throw new Error("The worker that woke up said nothing");
    await delay(50);
  }
  expect(await facts()).toEqual(before);
  expect(await submitsOf([orderId])).toEqual([{ orderId, submits: 1, made: 1 }]);
}, 90_000);
