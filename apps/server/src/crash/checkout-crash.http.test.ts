import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type ApiContract, ApiProblem, type Client, contract, createClient } from "@smplat/contracts";
import { verify } from "@smplat/core/verify";
import {
  checkoutBody,
  createTestCore,
  type FilledCart,
  fillCart,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
  testReceiptKey,
  type Visitor,
} from "@smplat/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServerProcess, type ServerProcess } from "./server-process.ts";
import { type CallStep, callSteps, startWatchedProxy, type WatchedProxy } from "./watched-proxy.ts";

/** Kills at every named step, then at random moments until either is used up. */
const seed = 20_261_122;
const randomKillsMax = 17;
const killingBudgetMs = 35_000;
const buyersPerKill = 3;
const webhookSecret = "whsec_c3RyaXBlLXdlYmhvb2stc2VjcmV0LWZvci10ZXN0cw==";
const secret = "a secret of the tests, long enough to be one";

interface Buyer {
  readonly api: Client<ApiContract>;
  readonly filled: FilledCart;
  readonly idempotencyKey: string;
}

let shop: TestCore;
let sandbox: Sandbox;
let proxy: WatchedProxy;
let server: ServerProcess;
let baseUrl: string;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  proxy = await startWatchedProxy(sandbox.url, isCharge);
  shop = await createTestCore();
  product = await publishSampleProduct(shop.core);
  const port = await freePort();
  baseUrl = `http://127.0.0.1:${port}/api/v1`;
  const { database, storage, mail } = shop.core.config;
  server = createServerProcess(
    {
      NODE_ENV: "test",
      LOG_LEVEL: "warn",
      DATABASE_URL: database.url,
      API_PORT: String(port),
      RATE_LIMITS: "0",
      SESSION_SECRET: secret,
      QUOTE_SIGNING_KEY: secret,
      ENCRYPTION_KEY: secret,
      RECEIPT_SIGNING_KEY: testReceiptKey,
      STORAGE_DIRECTORY: storage.kind === "disk" ? storage.directory : "",
      SMTP_URL: mail.smtpUrl,
      STRIPE_API_URL: proxy.url,
      STRIPE_SECRET_KEY: "sk_test_sandbox",
      STRIPE_WEBHOOK_SECRET: webhookSecret,
    },
    60_000,
  );
  const target = { url: `${baseUrl}/webhooks/stripe`, secret: webhookSecret };
  await sandbox.control.webhooks.setTargets({ stripe: target });
  await server.start();
}, 120_000);
afterAll(async () => {
  await server?.kill();
  await proxy?.close();
  await sandbox?.stop();
  await shop?.close();
});

const isCharge = ({ method, url }: { method?: string | undefined; url?: string | undefined }) =>
  method === "POST" && url === "/v1/payment_intents";

async function freePort(): Promise<number> {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
  const { port } = holder.address() as AddressInfo;
  await new Promise((resolve) => holder.close(resolve));
  return port;
}

/** mulberry32: the same seed kills at the same moments. */
function seededRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function newBuyer(): Promise<Buyer> {
  let guest: string | null = null;
  const api = createClient<ApiContract>(contract, {
    baseUrl,
    headers: () => (guest === null ? {} : { "x-guest-token": guest }),
    onResponse: (response) => {
      guest = response.headers.get("x-guest-token") ?? guest;
    },
  });
  const filled = await fillCart({ api } as Visitor, product);
  return { api, filled, idempotencyKey: crypto.randomUUID() };
}

const checkOut = ({ api, filled, idempotencyKey }: Buyer) =>
  api.checkout.complete({ body: checkoutBody(filled), idempotencyKey });

interface Round {
  readonly buyers: readonly Buyer[];
  /** Buyers who got no answer. */
  readonly lost: number;
}

/** Has buyers check out together, and ends the server when `when` says so. Their answers get lost or don't. */
async function roundWithKill(when: (kill: () => Promise<void>) => Promise<unknown>): Promise<Round> {
  const buyers = await Promise.all(Array.from({ length: buyersPerKill }, newBuyer));
  const requests = Promise.allSettled(buyers.map(checkOut));
  await when(() => server.kill());
  await server.kill();
  const lost = (await requests).filter(({ status }) => status === "rejected").length;
  await server.start();
  return { buyers, lost };
}

/** Ends the server when the first charge comes to a step; the other buyers are wherever they are then. */
const atStep = (wanted: CallStep) => (kill: () => Promise<void>) =>
  new Promise<void>((resolve) => {
    proxy.onCall(async (step) => {
      if (step !== wanted) return;
      proxy.onCall(async () => undefined);
      await kill();
      resolve();
    });
  });

/** A minute passes: what dead processes held is let go, what waits for its moment comes due. */
async function passMinute(): Promise<void> {
  const { pool } = shop.core.database;
  await pool.query("update idempotency_keys set lease_until = lease_until - interval '1 minute'");
  await pool.query("update pgboss.job set heartbeat_on = heartbeat_on - interval '1 minute' where state = 'active'");
  await pool.query(
    `update pgboss.job set start_after = start_after - interval '1 minute'
     where state in ('created', 'retry') and start_after < now() + interval '2 minutes'`,
  );
  await shop.core.queue.boss.supervise();
}

/** What a client does: the same request under the same key until there is an answer. */
async function retry(buyer: Buyer): Promise<{ orderId: string; status: string }> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      return await checkOut(buyer);
    } catch (error) {
      const again = !(error instanceof ApiProblem) || error.retryAfterSeconds !== null;
      if (!again) throw error;
      await delay(100);
    }
  }
  throw new Error("There was no answer after 200 tries");
}

async function waitForQuiet(): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const { rows } = await shop.core.database.pool.query<{ job: string; state: string }>(
      `select data ->> 'job' as job, state::text from pgboss.job
       where name <> 'dead-letter' and (state = 'active' or (state in ('created', 'retry') and start_after <= now()))`,
    );
    if (rows.length === 0) return;
    if (performance.now() > deadline) throw new Error(`Jobs don't come to rest: ${JSON.stringify(rows.slice(0, 5))}`);
    await delay(100);
  }
}

/** How often the processor took money, by order. */
async function chargesByOrder(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let after = "";
  for (;;) {
    const page = await fetch(`${sandbox.url}/v1/payment_intents?limit=100${after}`, {
      headers: { authorization: "Bearer sk_test_sandbox" },
    });
    const { data, has_more } = (await page.json()) as {
      data: { id: string; status: string; metadata: { orderId: string } }[];
      has_more: boolean;
    };
    for (const intent of data.filter(({ status }) => status === "succeeded")) {
      counts.set(intent.metadata.orderId, (counts.get(intent.metadata.orderId) ?? 0) + 1);
    }
    const last = data.at(-1);
    if (!has_more || last === undefined) return counts;
    after = `&starting_after=${last.id}`;
  }
}

test("kill -9 between any two steps of checkout: each cart is ordered once, charged once and paid, and the books agree", async () => {
  const random = seededRandom(seed);
  const begun = performance.now();
  const buyers: Buyer[] = [];
  for (const step of callSteps) {
    const round = await roundWithKill(atStep(step));
    expect(round.lost, `killed ${step}: somebody got no answer, else nothing was tried`).toBeGreaterThan(0);
    buyers.push(...round.buyers);
  }
  const calm = await newBuyer();
  const started = performance.now();
  expect((await checkOut(calm)).status).toBe("paid");
  const checkoutMs = performance.now() - started;
  let kills = 0;
  while (kills < randomKillsMax && performance.now() - begun < killingBudgetMs) {
    const moment = random() * checkoutMs * buyersPerKill;
    buyers.push(...(await roundWithKill(() => delay(moment))).buyers);
    kills += 1;
  }
  await passMinute();
  const answers = await Promise.all(buyers.map(retry));
  await sandbox.control.webhooks.flush();
  await passMinute();
  await waitForQuiet();

  const orders = await Promise.all(
    answers.map(({ orderId }, index) => buyers[index]?.api.orders.get({ params: { orderId } })),
  );
  expect(orders.map((order) => order?.payment?.state)).toEqual(buyers.map(() => "succeeded"));
  expect(orders.filter((order) => order?.number === null || order?.paidAt === null)).toEqual([]);
  const ids = [...answers.map(({ orderId }) => orderId)];
  expect(new Set(ids).size, "one order per cart").toBe(buyers.length);
  const { rows } = await shop.core.database.pool.query<{ n: number }>(
    "select count(*)::int as n from orders where state <> 'canceled'",
  );
  expect(rows[0]?.n, "no order beside these and the calm one").toBe(buyers.length + 1);
  const charges = await chargesByOrder();
  expect(
    ids.map((id) => charges.get(id)),
    "charges per order",
  ).toEqual(ids.map(() => 1));
  expect(charges.size, "no money taken for anything else").toBe(buyers.length + 1);
  const { findings } = await verify(shop.core.database.pool);
  expect(findings).toEqual([]);
  expect(server.errors).toEqual([]);
  process.stdout.write(`  ${kills + callSteps.length} kills, ${buyers.length} buyers, seed ${seed}\n`);
}, 150_000);
