import {
  createTestCore,
  placePaidOrder,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { hours } from "#kernel/clock";
import { fulfillmentInvariants } from "#modules/fulfillment";
import { seedProviders } from "../../seed/providers.ts";
import { refillInvariants } from "./refill-invariants.ts";

const staff = { role: "operator", staffId: "cus_operator" } as const;

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
  const usual = { mode: "normal", variation: "none", priceFactor: 1, dropOffShare: 0, skewMs: 0 } as const;
  await sandbox.control.suppliers.set("northbeam", usual);
});
afterEach(async () => {
  for (const invariant of [...fulfillmentInvariants, ...refillInvariants]) {
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

async function buy(quantity: number, product = placement) {
  const order = await placePaidOrder(shop.core, [{ product, quantity }]);
  await shop.core.runner.settle();
  return { orderId: order.id, lineId: order.lines[0]?.id ?? "", totalMinor: order.totalMinor };
}

const lineOf = async ({ lineId }: { readonly lineId: string }) =>
  shop.core.fulfillment.findLine(shop.core.database, lineId);

async function refillsOf({ orderId }: { readonly orderId: string }) {
  const [line] = await shop.core.refills.listStanding(shop.core.database, staff, orderId);
  return line?.refills ?? [];
}

async function bookedCosts({ orderId }: { readonly orderId: string }): Promise<number[]> {
  const { rows } = await shop.core.database.pool.query<{ amount_minor: string }>(
    `select t.amount_minor from ledger_journals j join ledger_transfers t on t.journal_id = j.id
     where j.order_id = $1 and j.kind = 'supplier-cost'`,
    [orderId],
  );
  return rows.map((row) => Number(row.amount_minor));
}

test("a supplier's price that changes during the day is booked as it was accepted and changes no customer's price", async () => {
  const morning = await buy(2);
  await sandbox.control.suppliers.set("northbeam", { priceFactor: 1.4 });
  const noon = await buy(2);
  expect([morning.totalMinor, await bookedCosts(morning)]).toEqual([noon.totalMinor, [2 * 6_500]]);
  expect(await bookedCosts(noon)).toEqual([2 * 9_100]);
  for (let step = 0; step < 8; step += 1) await pass(hours(6));
  expect(await lineOf(morning)).toMatchObject({ state: "fulfilled" });
  expect(await bookedCosts(morning), "an order keeps the price it was taken at").toEqual([2 * 6_500]);
});

test("evidence that is lost after the delivery, again and again, leads to one make-good at a time, and each is made once", async () => {
  await sandbox.control.suppliers.set("northbeam", { dropOffShare: 1, dropOffDays: 3 });
  const bought = await buy(6);
  let approved = 0;
  let most = 0;
  for (let day = 0; day < 13; day += 1) {
    await pass(hours(24));
    const refills = await refillsOf(bought);
    most = Math.max(most, refills.filter(({ closedAt }) => closedAt === null).length);
    for (const { id } of refills.filter(({ state }) => state === "requested")) {
      await shop.core.database.transaction((tx) => shop.core.refills.approve(tx, staff, id));
      await shop.core.runner.settle();
      approved += 1;
    }
  }
  expect(approved, "there was something to make good").toBeGreaterThan(0);
  expect(most).toBe(1);
  const [order] = (await sandbox.control.suppliers.orders("northbeam")).slice(-1);
  expect(order).toMatchObject({ submits: 1, ordersForReference: 1 });
  expect(order?.makeGoods).toBeLessThanOrEqual(approved);
  expect((await lineOf(bought))?.deliveredUnits).toBeLessThanOrEqual(6);
});

test("a make-good whose answer got lost, and which is done before anybody looks, is not asked for again", async () => {
  await sandbox.control.suppliers.set("atelier", { mode: "short", shortShare: 0.5, variation: "none" });
  const bought = await buy(4, hoursProduct);
  for (let step = 0; step < 10; step += 1) await pass(hours(6));
  const [asked] = await refillsOf(bought);
  await sandbox.control.suppliers.set("atelier", { mode: "accept-then-timeout", hangMs: 50 });
  await shop.core.database.transaction((tx) => shop.core.refills.approve(tx, staff, asked?.id ?? ""));
  await shop.core.runner.settle();
  await sandbox.control.suppliers.set("atelier", { mode: "normal" });
  for (let day = 0; day < 4; day += 1) await pass(hours(48));
  const [order] = await sandbox.control.suppliers.orders("atelier");
  expect(order).toMatchObject({ makeGoods: 1, delivered: 4, submits: 1 });
  expect(await lineOf(bought)).toMatchObject({ state: "fulfilled", deliveredUnits: 4 });
  expect((await refillsOf(bought)).map(({ state }) => state)).toEqual(["completed"]);
});

test.each([hours(-7), hours(2)])(
  "a supplier's clock %i ms off: the delivery begins, ends and is guaranteed in order",
  async (skewMs) => {
    await sandbox.control.suppliers.set("northbeam", { skewMs });
    const bought = await buy(4);
    for (let step = 0; step < 8; step += 1) await pass(hours(6));
    const line = await lineOf(bought);
    expect(line).toMatchObject({ state: "fulfilled", deliveredUnits: 4 });
    const moments = [line?.startedAt, line?.completedAt, line?.guaranteeEndsAt].map((at) => at?.getTime() ?? 0);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(line?.completedAt?.getTime()).toBeLessThanOrEqual(shop.clock.now().getTime());
  },
);
