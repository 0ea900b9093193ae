import {
  createTestCore,
  placeOrder,
  placePaidOrder,
  publishedEvents,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { hours, seconds } from "#kernel/clock";
import { seededProviderIds, seedProviders } from "../../seed/providers.ts";
import { fulfillmentInvariants } from "./fulfillment-invariants.ts";

const webhookSecret = `whsec_${Buffer.from("a secret for northbeam's webhooks").toString("base64")}`;
const operator = { role: "operator", staffId: "cus_operator" } as const;
const system = { role: "system", job: "test" } as const;

let sandbox: Sandbox;
let shop: TestCore;
let placement: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({ EGRESS_ORIGINS: sandbox.url });
  const at = (path: string) => `${sandbox.url}/suppliers${path}`;
  await seedProviders(shop.core, {
    northbeam: { apiUrl: at("/northbeam/v1"), apiKey: "nb_test_key", webhookSecret: webhookSecret },
    atelier: { apiUrl: at("/atelier/api"), apiKey: "at_test_key", webhookSecret: "secret" },
  });
  placement = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
});

beforeEach(async () => {
  await sandbox.control.suppliers.set("northbeam", { mode: "normal", variation: "none" });
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

const inTx = <R>(work: (tx: Tx) => Promise<R>): Promise<R> => shop.core.database.transaction(work);
const line = (id: string) => shop.core.fulfillment.findLine(shop.core.database, id);
const attempts = (orderId: string) => shop.core.fulfillment.listAttempts(shop.core.database, operator, orderId);

/** A paid order of one line. */
async function buy(options: { readonly quantity?: number; readonly settle?: boolean } = {}) {
  const platformContext = { platform: "youtube", handle: "ada", accountId: null } as const;
  const order = await placePaidOrder(shop.core, [
    { product: placement, quantity: options.quantity ?? 2, platformContext },
  ]);
  if (options.settle ?? true) await shop.core.runner.settle();
  return { orderId: order.id, lineId: order.lines[0]?.id ?? "" };
}

/** Runs a handler as the runner would, for one attempt of one job, without the queue's row. */
function handlerOf(id: string) {
  const handler = shop.core.handlers.find((candidate) => candidate.job.id === id);
  if (handler?.kind !== "external") throw new Error(`No external job ${id}`);
  return (payload: unknown, run: { readonly jobId: string; readonly attempt: number; readonly dies?: boolean }) => {
    const external: ExternalRun = {
      jobId: run.jobId,
      attempt: run.attempt,
      isLast: false,
      transaction: inTx,
      complete: async (work) => {
        if (run.dies === true) throw new Error("killed before the answer was recorded");
        return inTx(work);
      },
    };
    return handler.run(external, payload);
  };
}

/** Makes a line ready without letting the queue submit it. */
async function ready() {
  const bought = await buy({ settle: false });
  await inTx((tx) =>
    runLocal("fulfillment.create-lines", tx, { orderId: bought.orderId, cartId: "crt", number: "SM" }),
  );
  await inTx((tx) => shop.core.fulfillment.release(tx, bought.lineId, { baseline: { missing: "a test" } }));
  return bought;
}

async function runLocal(id: string, tx: Tx, payload: unknown): Promise<void> {
  const handler = shop.core.handlers.find((candidate) => candidate.job.id === id);
  if (handler?.kind !== "local") throw new Error(`No local job ${id}`);
  const event = { id: "evt_test", name: "test", recordedAt: shop.clock.now(), payload };
  await handler.run(tx, id === "fulfillment.create-lines" ? event : payload, {
    jobId: "test",
    attempt: 0,
    isLast: false,
  });
}

test("a paid order gets exactly one set of lines, however often it is told, and an unpaid one none", async () => {
  const bought = await buy();
  const before = await publishedEvents(shop.core, "fulfillment.line-awaiting-baseline");
  await inTx((tx) =>
    runLocal("fulfillment.create-lines", tx, { orderId: bought.orderId, cartId: "crt", number: "SM" }),
  );
  expect(await publishedEvents(shop.core, "fulfillment.line-awaiting-baseline")).toHaveLength(before.length);
  const unpaid = await placeOrder(shop.core, [{ product: placement, quantity: 1 }]);
  await shop.core.runner.settle();
  expect(await line(unpaid.lines[0]?.id ?? "")).toBeNull();
});

test("nothing is submitted before the reading is made or given up, and at the deadline it is given up", async () => {
  const bought = await buy({ settle: false });
  await inTx((tx) =>
    runLocal("fulfillment.create-lines", tx, { orderId: bought.orderId, cartId: "crt", number: "SM" }),
  );
  expect(await line(bought.lineId)).toMatchObject({ state: "awaiting_baseline" });
  const waiting = await line(bought.lineId);
  expect((waiting?.baselineDeadlineAt.getTime() ?? 0) - (waiting?.createdAt.getTime() ?? 0)).toBe(hours(4));
  await inTx((tx) => runLocal("fulfillment.release-line", tx, { lineId: bought.lineId }));
  expect(await line(bought.lineId)).toMatchObject({
    state: "ready",
    baselineSnapshotId: null,
    baselineMissing: "the reading did not come in time",
  });
});

test("of two releases the first counts, and the baseline can't be written over", async () => {
  const bought = await ready();
  await inTx((tx) => shop.core.fulfillment.release(tx, bought.lineId, { baseline: { snapshotId: "snp_late" } }));
  expect(await line(bought.lineId)).toMatchObject({ baselineSnapshotId: null, baselineMissing: "a test" });
  const overwrite = "update fulfillment_lines set baseline_missing = null, baseline_snapshot_id = 'x' where id = $1";
  await expect(shop.core.database.pool.query(overwrite, [bought.lineId])).rejects.toThrow(/already set/);
});

test("a worker that dies after the call is followed by a look-up, never by a second submit", async () => {
  const bought = await ready();
  const submit = handlerOf("fulfillment.submit-line");
  const job = { jobId: "00000000-0000-4000-8000-000000000001" };
  await expect(submit({ lineId: bought.lineId }, { ...job, attempt: 0, dies: true })).rejects.toThrow(/killed/);
  expect(await line(bought.lineId)).toMatchObject({ state: "submitting" });
  await submit({ lineId: bought.lineId }, { ...job, attempt: 1 });
  expect(await line(bought.lineId)).toMatchObject({ state: "ambiguous" });
  await shop.clock.advance(seconds(10));
  await shop.core.runner.settle();
  expect(await line(bought.lineId)).toMatchObject({ state: "accepted" });
  const [attempt] = await attempts(bought.orderId);
  const made = (await sandbox.control.suppliers.orders("northbeam")).filter(
    (order) => order.reference === attempt?.reference,
  );
  expect(made).toMatchObject([{ submits: 1, ordersForReference: 1 }]);
});

test("another job that meets a submit under way leaves it alone", async () => {
  const bought = await ready();
  const submit = handlerOf("fulfillment.submit-line");
  const first = { jobId: "00000000-0000-4000-8000-000000000002", attempt: 0, dies: true };
  await expect(submit({ lineId: bought.lineId }, first)).rejects.toThrow(/killed/);
  await submit({ lineId: bought.lineId }, { jobId: "00000000-0000-4000-8000-000000000003", attempt: 1 });
  expect(await line(bought.lineId)).toMatchObject({ state: "submitting" });
  await submit({ lineId: bought.lineId }, { ...first, attempt: 1, dies: false });
  await shop.clock.advance(seconds(10));
  await shop.core.runner.settle();
  expect(await line(bought.lineId)).toMatchObject({ state: "accepted" });
});

test("a supplier that never got the submit denies it, and the line is submitted under a new reference", async () => {
  const bought = await ready();
  // The worker dies between the intent and the call: the supplier has heard nothing.
  await sandbox.control.suppliers.set("northbeam", { mode: "down" });
  const submit = handlerOf("fulfillment.submit-line");
  const job = { jobId: "00000000-0000-4000-8000-000000000004" };
  await expect(submit({ lineId: bought.lineId }, { ...job, attempt: 0, dies: true })).rejects.toThrow(/killed/);
  await sandbox.control.suppliers.set("northbeam", { mode: "normal" });
  await submit({ lineId: bought.lineId }, { ...job, attempt: 1 });
  await shop.clock.advance(seconds(10));
  await shop.core.runner.settle();
  await shop.clock.advance(seconds(10));
  await shop.core.runner.settle();
  expect(await line(bought.lineId)).toMatchObject({ state: "accepted", attemptCount: 2 });
  expect(await attempts(bought.orderId)).toMatchObject([{ state: "not_sent" }, { state: "accepted" }]);
});

test("an acceptance of a given-up submit moves nothing: it is stopped, its cost booked, and a person told", async () => {
  const bought = await ready();
  await sandbox.control.suppliers.set("northbeam", { mode: "reject" });
  await shop.core.runner.settle();
  expect(await line(bought.lineId)).toMatchObject({ state: "failed" });
  await sandbox.control.suppliers.set("northbeam", { mode: "normal" });
  const [refused] = await attempts(bought.orderId);
  const reference = refused?.reference ?? "";
  // The supplier changes its mind by itself, and says so.
  await fetch(`${sandbox.url}/suppliers/northbeam/v1/campaigns`, {
    method: "POST",
    headers: { authorization: "Bearer nb_test_key", "content-type": "application/json" },
    body: JSON.stringify({
      reference,
      service: "creator-placement",
      quantity: 2,
      target: { platform: "youtube", handle: "ada" },
    }),
  });
  const [order] = (await sandbox.control.suppliers.orders("northbeam")).filter(
    (entry) => entry.reference === reference,
  );
  const body = JSON.stringify({
    type: "campaign.progress",
    timestamp: shop.clock.now().toISOString(),
    data: {
      campaign: {
        id: order?.id,
        reference,
        status: "accepted",
        delivered: 0,
        cost: { amount: 13_000, currency: "EUR" },
      },
    },
  });
  await shop.core.database.pool.query(
    "insert into provider_events (provider_id, event_id, received_at, body) values ($1, 'msg_late', now(), $2)",
    [seededProviderIds.northbeam, body],
  );
  const event = { providerId: seededProviderIds.northbeam, eventId: "msg_late" };
  await inTx((tx) => runLocal("fulfillment.apply-webhook", tx, event));
  await shop.core.runner.settle();
  expect(await line(bought.lineId)).toMatchObject({ state: "failed" });
  const followUps = await shop.core.fulfillment.listFollowUps(shop.core.database, operator);
  expect(
    followUps
      .filter((entry) => entry.lineId === bought.lineId)
      .map((entry) => entry.kind)
      .sort(),
  ).toEqual(["late-acceptance", "supplier-refused"]);
  const stopped = (await sandbox.control.suppliers.orders("northbeam")).find((entry) => entry.id === order?.id);
  expect(stopped).toMatchObject({ state: "canceled" });
  const booked = "select 1 from ledger_journals where journal_key = $1";
  expect((await shop.core.database.pool.query(booked, [`supplier-cost:${refused?.id}`])).rows).toHaveLength(1);
});

test("four webhooks in each of their 24 orders end alike, to the second", async () => {
  const platformContext = { platform: "youtube", handle: "ada", accountId: null } as const;
  const orders = permutations([0, 1, 2, 3]);
  const lines = orders.map(() => ({ product: placement, quantity: 10, platformContext }));
  const order = await placePaidOrder(shop.core, lines);
  await shop.core.runner.settle();
  const taken = await attempts(order.id);
  expect(taken).toHaveLength(24);
  const start = shop.clock.now().getTime();
  const course = [
    { status: "accepted", delivered: 0 },
    { status: "running", delivered: 3 },
    { status: "running", delivered: 8 },
    { status: "completed", delivered: 10 },
  ];
  for (const [index, attempt] of taken.entries()) {
    for (const step of orders[index] ?? []) {
      const timestamp = new Date(start + seconds(step)).toISOString();
      const campaign = { id: attempt.externalId, reference: attempt.reference, ...course[step] };
      const body = JSON.stringify({ type: "campaign.progress", timestamp, data: { campaign } });
      const id = `msg_${attempt.id}_${step}`;
      const at = shop.clock.wall();
      const headers = {
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": new Webhook(webhookSecret).sign(id, at, body),
      };
      const bytes = new TextEncoder().encode(body);
      await shop.core.fulfillment.receiveWebhook(shop.core.database, seededProviderIds.northbeam, headers, bytes);
      await shop.core.runner.settle();
    }
  }
  const ends = await Promise.all(taken.map((attempt) => line(attempt.lineId)));
  for (const end of ends) {
    expect(end).toMatchObject({ state: "fulfilled", deliveredUnits: 10 });
    expect(end?.completedAt?.getTime()).toBe(start + seconds(3));
    expect(end?.guaranteeEndsAt?.getTime()).toBe(start + seconds(3) + hours(14 * 24));
  }
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}

test("no submit after a hold is placed; lifting it submits the waiting line", async () => {
  const bought = await ready();
  await inTx((tx) => shop.core.orders.transition(tx, operator, bought.orderId, { command: "hold", reason: "a check" }));
  await shop.core.runner.settle();
  expect(await line(bought.lineId)).toMatchObject({ state: "ready", attemptCount: 0 });
  await inTx((tx) => shop.core.orders.transition(tx, operator, bought.orderId, { command: "resume" }));
  await shop.core.runner.settle();
  expect(await line(bought.lineId)).toMatchObject({ state: "accepted", attemptCount: 1 });
});

test("no submit after a supplier is paused; taking it back submits what waited", async () => {
  const { northbeam } = seededProviderIds;
  await inTx((tx) => shop.core.suppliers.setProviderState(tx, operator, northbeam, "paused"));
  const bought = await buy();
  expect(await line(bought.lineId)).toMatchObject({ state: "ready", attemptCount: 0 });
  await inTx((tx) => shop.core.suppliers.setProviderState(tx, operator, northbeam, "active"));
  await shop.core.runner.settle();
  expect(await line(bought.lineId)).toMatchObject({ state: "accepted" });
});

test("an order that is canceled takes its waiting lines with it", async () => {
  const bought = await ready();
  await inTx((tx) => shop.core.orders.transition(tx, operator, bought.orderId, { command: "cancel" }));
  await shop.core.runner.settle();
  expect(await line(bought.lineId)).toMatchObject({ state: "canceled", attemptCount: 0 });
  const order = await shop.core.orders.get(shop.core.database, operator, bought.orderId);
  expect(order).toMatchObject({ state: "canceled", lines: [{ state: "canceled" }] });
});

test("a line whose money went back is not submitted", async () => {
  const bought = await ready();
  const order = await shop.core.orders.get(shop.core.database, operator, bought.orderId);
  const amountMinor = order.totalMinor;
  const lines = [{ lineId: bought.lineId, amountMinor }];
  await inTx((tx) => shop.core.orders.recordRefund(tx, system, order.id, { refundId: "ref_1", amountMinor, lines }));
  await shop.core.runner.settle();
  expect(await line(bought.lineId)).toMatchObject({ attemptCount: 0 });
});

test("a product that no supplier serves waits, and a person is told once", async () => {
  const orphan = await publishSampleProduct(shop.core, { serviceKey: "nobody" });
  const order = await placePaidOrder(shop.core, [{ product: orphan, quantity: 2 }]);
  await shop.core.runner.settle();
  const lineId = order.lines[0]?.id ?? "";
  expect(await line(lineId)).toMatchObject({ state: "ready" });
  const followUps = await shop.core.fulfillment.listFollowUps(shop.core.database, operator);
  expect(followUps.filter((entry) => entry.lineId === lineId)).toMatchObject([{ kind: "no-service" }]);
});

test("suppliers' units are counted in the product's own, whole ones only", async () => {
  const product = await publishSampleProduct(shop.core, {
    serviceKey: "boosted-posts",
    deliverableKind: "reported_ad_result",
  });
  const order = await placePaidOrder(shop.core, [{ product, quantity: 2 }]);
  await shop.core.runner.settle();
  expect(await attempts(order.id)).toMatchObject([{ quantity: 4_000, unitsPerItem: 2_000, costMinor: 1_600 }]);
  for (let step = 0; step < 8; step += 1) {
    await sandbox.control.clock.advance(hours(4));
    await shop.clock.advance(hours(4));
    await shop.core.runner.settle();
  }
  const done = await shop.core.orders.get(shop.core.database, operator, order.id);
  const [delivered] = done.lines;
  expect(delivered).toMatchObject({ state: "fulfilled", deliveredUnits: 2 });
  expect(delivered?.evidence.reduce((sum, piece) => sum + piece.units, 0)).toBe(2);
});
