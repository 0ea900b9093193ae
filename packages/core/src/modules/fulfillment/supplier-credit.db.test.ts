import {
  createTestCore,
  placePaidOrder,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { days, hours, minutes } from "#kernel/clock";
import { seedProviders } from "../../seed/providers.ts";
import { fulfillmentInvariants } from "./fulfillment-invariants.ts";

const staff = { role: "operator", staffId: "cus_operator" } as const;
const placementMinor = 6_500;

let sandbox: Sandbox;
let shop: TestCore;
let placement: Awaited<ReturnType<typeof publishSampleProduct>>;
let hoursProduct: typeof placement;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({ EGRESS_ORIGINS: sandbox.url });
  const at = (path: string) => `${sandbox.url}/suppliers${path}`;
  await seedProviders(shop.core, {
    northbeam: { apiUrl: at("/northbeam/v1"), apiKey: "nb_test_key", webhookSecret: "whsec_bm9uZQ==" },
    atelier: { apiUrl: at("/atelier/api"), apiKey: "at_test_key", webhookSecret: "none" },
  });
  placement = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
  hoursProduct = await publishSampleProduct(shop.core, { serviceKey: "hours" });
});
beforeEach(async () => {
  await sandbox.control.clock.set({ business: shop.clock.now().toISOString() });
  for (const supplier of ["northbeam", "atelier"] as const) {
    await sandbox.control.suppliers.set(supplier, { mode: "normal", variation: "none", creditMinor: null });
  }
});
afterEach(async () => {
  for (const invariant of fulfillmentInvariants) {
    expect((await shop.core.database.pool.query(invariant.sql)).rows, invariant.says).toEqual([]);
  }
  shop.log.assertNoUnexpectedErrors();
});
afterAll(async () => {
  await shop.close();
  await sandbox.stop();
});

async function pass(ms: number): Promise<void> {
  await sandbox.control.clock.advance(ms);
  await shop.clock.advance(ms);
  await shop.core.runner.settle();
}

/** What the scheduler does every minute. */
async function readBalances(): Promise<void> {
  const handler = shop.core.handlers.find((candidate) => candidate.job.id === "suppliers.hand-out-balances");
  if (handler?.kind !== "local") throw new Error("Balances are handed out by a job of its own");
  await shop.core.database.transaction((tx) =>
    handler.run(tx, {}, { jobId: crypto.randomUUID(), attempt: 0, isLast: false }),
  );
  await shop.core.runner.settle();
}

async function buy(product: typeof placement, quantity: number) {
  const platformContext = { platform: "youtube", handle: "ada", accountId: null } as const;
  const order = await placePaidOrder(shop.core, [{ product, quantity, platformContext }]);
  await shop.core.runner.settle();
  return order.id;
}

async function look(orderId: string) {
  const order = await shop.core.orders.get(shop.core.database, staff, orderId);
  const attempts = await shop.core.fulfillment.listAttempts(shop.core.database, staff, orderId);
  return { order: order.state, line: order.lines[0]?.state, attempts };
}

const creditFollowUps = async (orderId: string) => {
  const open = await shop.core.fulfillment.listFollowUps(shop.core.database, staff);
  return open.filter((followUp) => followUp.orderId === orderId && followUp.kind === "supplier-credit");
};

test.each([
  ["northbeam", () => placement],
  ["atelier", () => hoursProduct],
] as const)(
  "%s: a line our credit does not cover waits for days, a person is told, and the top-up sends it at once",
  async (supplier, product) => {
    await sandbox.control.suppliers.set(supplier, { creditMinor: 100 });
    await readBalances();
    const orderId = await buy(product(), 4);
    expect(await look(orderId)).toMatchObject({
      order: "processing",
      line: "ready",
      attempts: [{ state: "not_sent" }],
    });
    expect(await creditFollowUps(orderId)).toHaveLength(1);
    for (let step = 0; step < 10; step += 1) await pass(hours(6));
    const waiting = await look(orderId);
    expect(waiting).toMatchObject({ order: "processing", line: "ready" });
    expect(waiting.attempts.every((attempt) => attempt.state === "not_sent")).toBe(true);
    await sandbox.control.suppliers.set(supplier, { creditMinor: 1_000_000 });
    await pass(minutes(6));
    expect(await look(orderId), "nobody told us yet").toMatchObject({ line: "ready" });
    await readBalances();
    expect(await look(orderId)).toMatchObject({ order: "active", line: "accepted" });
    for (let step = 0; step < 12; step += 1) await pass(hours(6));
    expect(await look(orderId)).toMatchObject({ order: "delivered", line: "fulfilled" });
    const references = new Set((await look(orderId)).attempts.map(({ reference }) => reference));
    const made = (await sandbox.control.suppliers.orders(supplier)).filter(({ reference }) =>
      references.has(reference),
    );
    expect(made).toHaveLength(1);
  },
);

test("without word of the top-up a waiting line is tried again within the hour", async () => {
  await sandbox.control.suppliers.set("northbeam", { creditMinor: placementMinor });
  const orderId = await buy(placement, 4);
  expect(await look(orderId)).toMatchObject({ line: "ready" });
  await sandbox.control.suppliers.set("northbeam", { creditMinor: 1_000_000 });
  await pass(hours(1) + minutes(1));
  expect(await look(orderId)).toMatchObject({ line: "accepted" });
});

test("credit that covers some orders is spent on them; the rest waits and nothing is sent twice", async () => {
  await sandbox.control.suppliers.set("northbeam", { creditMinor: 2 * placementMinor });
  const bought = [await buy(placement, 2), await buy(placement, 2), await buy(placement, 2)];
  const states = await Promise.all(bought.map(async (orderId) => (await look(orderId)).line));
  expect(states).toEqual(["accepted", "ready", "ready"]);
  await sandbox.control.suppliers.set("northbeam", { creditMinor: null });
  await pass(hours(2));
  const after = await Promise.all(bought.map(async (orderId) => (await look(orderId)).line));
  expect(after).not.toContain("ready");
  const orders = await sandbox.control.suppliers.orders("northbeam");
  expect(orders.every(({ ordersForReference, submits }) => ordersForReference === 1 && submits === 1)).toBe(true);
});

test("a burn of a known size gives the time to empty, also days after the last purchase", async () => {
  const told = async () => {
    await readBalances();
    const { rows } = await shop.core.database.pool.query<{ id: string }>(
      "select id from providers where name = 'Northbeam'",
    );
    const id = rows[0]?.id ?? "";
    return (await shop.core.suppliers.balances(shop.core.database, staff, [id])).get(id);
  };
  await sandbox.control.suppliers.set("northbeam", { creditMinor: 10 * placementMinor });
  await pass(days(31));
  await told();
  await pass(hours(12));
  await buy(placement, 1);
  const atOnce = await told();
  expect(atOnce).toMatchObject({ amountMinor: 9 * placementMinor, sampleSize: 2 });
  expect(atOnce?.windowHours).toBeCloseTo(12, 1);
  expect(atOnce?.burnPerDayMinor).toBeCloseTo(2 * placementMinor, -1);
  expect(atOnce?.hoursToEmpty).toBeCloseTo(9 * 12, 1);
  await pass(days(2) + hours(12));
  const quiet = await told();
  expect(quiet).toMatchObject({ amountMinor: 9 * placementMinor, sampleSize: 3 });
  expect(quiet?.windowHours).toBeCloseTo(72, 1);
  expect(quiet?.burnPerDayMinor).toBeCloseTo(placementMinor / 3, -1);
  expect(quiet?.hoursToEmpty).toBeCloseTo(9 * 72, 0);
  await sandbox.control.suppliers.set("northbeam", { creditMinor: null });
});
