import { verify } from "@smplat/core/verify";
import { expect } from "vitest";
import { admin, type Model, type ModelOrder, type OrderWorld, suppliers } from "./order-world.ts";

/** The shop's clock and the sandbox's are read one after the other. */
const readingMs = 60_000;

/** Holds the real order against what the model knows of it. */
export async function compare(model: ModelOrder, { shop, prices }: OrderWorld): Promise<void> {
  const { database, orders } = shop.core;
  const order = await orders.get(database, admin, model.orderId);
  const [line] = order.lines;
  const priced = `${model.quantity} ${model.what}`;
  if (!prices.has(priced)) prices.set(priced, model.totalMinor);
  expect(model.totalMinor, "a supplier's price changes nobody's price").toBe(prices.get(priced));
  expect(order.version, "a version never goes back").toBeGreaterThanOrEqual(model.version);
  if (model.ended !== null) expect(order.state, "an ended order stays ended").toBe(model.ended);
  expect(order.totalMinor, "a placed order keeps its price").toBe(model.totalMinor);
  expect(order.capturedMinor, "what was paid").toBe(model.totalMinor);
  expect(order.refundedMinor + order.lostMinor, "never more goes back than came in").toBeLessThanOrEqual(
    order.capturedMinor,
  );
  expect(line?.deliveredUnits, "never more is shown than was bought").toBeLessThanOrEqual(model.quantity);
  const agreed = [...model.refunds.values()].reduce((sum, amountMinor) => sum + amountMinor, 0);
  expect(agreed, "no more is promised than was paid").toBeLessThanOrEqual(model.totalMinor);
  model.version = order.version;
  if (order.state === "canceled" || order.state === "refunded") model.ended = order.state;
  await compareLine(model, shop);
}

/** Times run forwards, whatever clocks suppliers have, and at most one make-good is asked for or under way. */
async function compareLine(model: ModelOrder, shop: OrderWorld["shop"]): Promise<void> {
  const { database, fulfillment, refills } = shop.core;
  const line = await fulfillment.findLine(database, model.lineId);
  if (line === null) return;
  const now = shop.clock.now().getTime() + readingMs;
  const moments = [line.createdAt, line.startedAt, line.completedAt, line.guaranteeEndsAt].flatMap((at) => at ?? []);
  expect(moments, "begun, then done, then guaranteed").toEqual(moments.toSorted((a, b) => a.getTime() - b.getTime()));
  for (const at of [line.startedAt, line.completedAt, line.lateSince, line.updatedAt]) {
    if (at !== null) expect(at.getTime(), "nothing is told to have happened tomorrow").toBeLessThanOrEqual(now);
  }
  if (model.completedAt !== null) expect(line.completedAt, "a delivery is done once").toEqual(model.completedAt);
  model.completedAt = line.completedAt;
  const [standing] = await refills.listStanding(database, admin, model.orderId);
  const open = (standing?.refills ?? []).filter(({ closedAt }) => closedAt === null);
  expect(open.length, "make-goods of a line asked for or under way").toBeLessThanOrEqual(1);
}

interface Submit {
  readonly reference: string;
  readonly line_id: string;
  readonly is_live: boolean;
  /** What the books say it cost; null when nothing was booked. */
  readonly booked_minor: string | null;
  readonly approved_refills: number;
}

const submits = `select a.reference, a.line_id, a.closed_at is null as is_live,
    (select sum(t.amount_minor) from ledger_journals j join ledger_transfers t on t.journal_id = j.id
      where j.journal_key = 'supplier-cost:' || a.id) as booked_minor,
    (select count(*)::int from refills r where r.line_id = a.line_id and r.submits > 0) as approved_refills
  from fulfillment_attempts a`;

/**
 * No reference made two orders at a supplier, no line has two that still run, each is booked at what the supplier took
 * it at, and no supplier was asked for more make-goods than were agreed to.
 */
async function expectOneOrderEach({ shop }: OrderWorld): Promise<void> {
  const { rows } = await shop.core.database.pool.query<Submit>(submits);
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  const running = new Map<string, number>();
  for (const supplier of suppliers) {
    for (const order of await shop.sandbox.control.suppliers.orders(supplier)) {
      const submit = byReference.get(order.reference);
      expect(order.ordersForReference, `orders under ${order.reference}`).toBe(1);
      expect(order.submits, `submits under ${order.reference}`).toBe(1);
      expect(Number(submit?.booked_minor), `booked for ${order.reference}`).toBe(order.priceMinor);
      expect(order.makeGoods, `make-goods of ${order.reference}`).toBeLessThanOrEqual(submit?.approved_refills ?? 0);
      if (submit?.is_live) running.set(submit.line_id, (running.get(submit.line_id) ?? 0) + 1);
    }
  }
  expect([...running].filter(([, count]) => count > 1)).toEqual([]);
}

/** Nobody disturbs anything any more: a line of a working order goes on, or a person was told that it does not. */
async function expectNothingLost({ orders }: Model, { shop }: OrderWorld): Promise<void> {
  const { database, fulfillment } = shop.core;
  const told = new Set((await fulfillment.listFollowUps(database, admin)).map(({ lineId }) => lineId));
  for (const { orderId, lineId } of orders) {
    const order = await shop.core.orders.get(database, admin, orderId);
    const state = (await fulfillment.findLine(database, lineId))?.state;
    if (order.state !== "processing" && order.state !== "active") continue;
    const goesOn = state === "accepted" || state === "delivering" || state === "fulfilled" || state === "short";
    expect(goesOn || (state === "failed" && told.has(lineId)), `${lineId} of a working order is ${state}`).toBe(true);
  }
}

/** What must hold at the end of a life, after three quiet days. */
export async function expectTrueEnd(model: Model, world: OrderWorld): Promise<void> {
  for (const order of model.orders) await compare(order, world);
  await expectOneOrderEach(world);
  await expectNothingLost(model, world);
  const { findings } = await verify(world.shop.core.database.pool);
  expect(findings).toEqual([]);
  world.shop.log.assertNoUnexpectedErrors();
}

const met = `select 'line ' || state as what, count(*)::int as times from fulfillment_lines group by 1
  union all select 'submit ' || state, count(*)::int from fulfillment_attempts group by 1
  union all select 'refill ' || state, count(*)::int from refills group by 1
  union all select kind, count(*)::int from fulfillment_follow_ups group by 1
  union all select 'webhook ' || coalesce(outcome, 'waiting'), count(*)::int from provider_events group by 1
  order by 1`;

/** What the lives so far came across: a model that meets no trouble proves nothing. */
export async function tellMet({ shop }: OrderWorld): Promise<string> {
  const { rows } = await shop.core.database.pool.query<{ what: string; times: number }>(met);
  return rows.map(({ what, times }) => `${times} × ${what}`).join(", ");
}
