import { createHmac } from "node:crypto";
import { seededProviderIds, seedProviders } from "@smplat/core/seed";
import { verify } from "@smplat/core/verify";
import { checkoutBody, fillCart, newEmail, publishSampleProduct, startTestShop, type TestShop } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createApp } from "../app.ts";
import { tortureBudget } from "./torture-budget.ts";

const admin = { role: "admin", staffId: "cus_torture" } as const;
const hourMs = 3_600_000;

let shop: TestShop;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  await seedProviders(shop.core, shop.suppliers);
  await shop.reportToShop(seededProviderIds);
  await shop.sandbox.control.suppliers.set("northbeam", { variation: "none" });
  product = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
}, 120_000);
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  const { findings } = await verify(shop.core.database.pool);
  expect(findings).toEqual([]);
  await shop.close();
});

/** Every order of these things. */
function* permutations<T>(things: readonly T[]): Generator<readonly T[]> {
  if (things.length <= 1) yield things;
  for (const [index, first] of things.entries()) {
    for (const rest of permutations([...things.slice(0, index), ...things.slice(index + 1)])) yield [first, ...rest];
  }
}

/** Walks through all orders from a place the seed says, in strides of a prime, until all were walked or time is over. */
async function inEveryOrder<T>(
  things: readonly T[],
  milliseconds: number,
  seed: number,
  work: (order: readonly T[]) => Promise<void>,
): Promise<number> {
  const all = [...permutations(things)];
  const begun = performance.now();
  let done = 0;
  while (done < all.length && performance.now() - begun < milliseconds) {
    await work(all[(seed + done * stride) % all.length] ?? things);
    done += 1;
  }
  return done;
}

/** Shares no factor with the number of orders of up to five things. */
const stride = 7;

interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly object: Record<string, unknown> & { readonly metadata?: Record<string, string> } };
}

/** How the processor words each kind of event, taken from payments that made them. */
async function wordedEvents(): Promise<Map<string, StripeEvent>> {
  for (const paymentMethodId of ["pm_card_chargeDeclined", "pm_card_authenticationRequired", "pm_card_visa"]) {
    const guest = shop.visit();
    const body = checkoutBody(await fillCart(guest, product), { paymentMethodId });
    await guest.api.checkout.complete({ body, idempotencyKey: crypto.randomUUID() }).catch(() => undefined);
  }
  const answer = await fetch(`${shop.sandbox.url}/v1/events?limit=100`, {
    headers: { authorization: "Bearer sk_test_sandbox" },
  });
  const { data } = (await answer.json()) as { data: StripeEvent[] };
  return new Map(data.map((event) => [event.type, event]));
}

/** An order whose payment is under way at the processor, which has not been heard of since. */
async function payingOrder(): Promise<{ orderId: string; paymentId: string; totalMinor: number }> {
  const guest = shop.visit();
  const filled = await fillCart(guest, product);
  await shop.sandbox.control.stripe.set("down");
  const body = checkoutBody(filled, { contact: { email: newEmail(), name: "Order" } });
  await guest.api.checkout.complete({ body, idempotencyKey: crypto.randomUUID() }).catch(() => undefined);
  await shop.sandbox.control.stripe.set("normal");
  const { rows } = await shop.core.database.pool.query<{ id: string; order_id: string; amount_minor: number }>(
    "select id, order_id, amount_minor from payments order by created_at desc, id desc limit 1",
  );
  const [row] = rows;
  if (row === undefined) throw new Error("The checkout left no payment");
  return { orderId: row.order_id, paymentId: row.id, totalMinor: Number(row.amount_minor) };
}

/** One event of one payment, signed as Stripe documents it. */
function signed(event: StripeEvent, about: { orderId: string; paymentId: string; totalMinor: number }, id: string) {
  const { orderId, paymentId, totalMinor } = about;
  const amounts = event.type === "payment_intent.succeeded" ? { amount_received: totalMinor } : {};
  const object = { ...event.data.object, ...amounts, amount: totalMinor, metadata: { orderId, paymentId } };
  const intent = event.type.startsWith("payment_intent.") ? { id: `pi_${paymentId}` } : {};
  const body = JSON.stringify({ ...event, id, data: { object: { ...object, ...intent } } });
  const at = Math.floor(shop.clock.wall().getTime() / 1000);
  const secret = shop.core.config.processor.webhookSecret;
  const signature = createHmac("sha256", secret).update(`${at}.${body}`).digest("hex");
  return { body: Buffer.from(body), signature: `t=${at},v1=${signature}` };
}

const eventTypes = [
  "payment_intent.created",
  "payment_intent.requires_action",
  "payment_intent.payment_failed",
  "charge.succeeded",
  "payment_intent.succeeded",
] as const;

const payments = tortureBudget(12_000, 4);

test(
  "a payment's five events in every order, each told twice: paid once, booked once",
  async () => {
    const worded = await wordedEvents();
    const done = await inEveryOrder(eventTypes, payments.milliseconds, payments.seed, async (order) => {
      const about = await payingOrder();
      for (const type of [...order, ...order]) {
        const event = worded.get(type);
        if (event === undefined) throw new Error(`The sandbox never sent ${type}`);
        const { body, signature } = signed(event, about, `evt_${type}_${about.paymentId}`);
        await shop.core.payments.receiveWebhook(body, signature);
        await shop.core.runner.settle({ only: ["payments"] });
      }
      const found = await shop.core.orders.get(shop.core.database, admin, about.orderId);
      expect(found, order.join(" → ")).toMatchObject({ state: "processing", capturedMinor: about.totalMinor });
      const audit = await shop.core.orders.audit(shop.core.database, admin, about.orderId);
      expect(audit.map(({ command }) => command)).toEqual(["place", "confirm-payment"]);
      const { rows } = await shop.core.database.pool.query("select kind from ledger_journals where order_id = $1", [
        about.orderId,
      ]);
      expect(rows).toEqual([{ kind: "capture" }]);
    });
    expect(done).toBeGreaterThan(0);
    process.stdout.write(`  ${done} of 120 orders of a payment's events\n`);
  },
  payments.milliseconds + 60_000,
);

const deliveries = tortureBudget(14_000, 4);
const quantity = 4;

/** A purchase all of whose reports are made and held back: the supplier's work is three days past. */
async function reportedOrder(): Promise<{ orderId: string; eventIds: readonly string[] }> {
  const { webhooks, clock } = shop.sandbox.control;
  await webhooks.setMode({ hold: true, duplicate: 1 });
  await clock.set({ business: new Date(shop.clock.now().getTime() - 72 * hourMs).toISOString() });
  const guest = shop.visit();
  const filled = await fillCart(guest, product, { quantity });
  const body = checkoutBody(filled, { contact: { email: newEmail(), name: "Report" } });
  const { orderId } = await guest.api.checkout.complete({ body, idempotencyKey: crypto.randomUUID() });
  await shop.core.runner.settle();
  for (let step = 0; step < 11; step += 1) {
    await clock.advance(6 * hourMs);
    await shop.sandbox.control.tick();
  }
  // Orders of the other tests are at the supplier too, and it reports about them as well.
  const { rows } = await shop.core.database.pool.query<{ reference: string }>(
    "select reference from fulfillment_attempts where order_id = $1",
    [orderId],
  );
  const isAboutIt = (report: unknown) => rows.some(({ reference }) => JSON.stringify(report).includes(reference));
  const pending = (await webhooks.pending()).filter(
    ({ source, body: report }) => source === "northbeam" && isAboutIt(report),
  );
  return { orderId, eventIds: [...new Set(pending.map(({ eventId }) => eventId))] };
}

/** Sends what is held of a supplier in this order, each twice, and lets it be applied in between. */
async function tell(eventIds: readonly string[]): Promise<void> {
  for (const eventId of eventIds) {
    const pending = await shop.sandbox.control.webhooks.pending();
    const indexes = pending.filter((held) => held.eventId === eventId).map(({ index }) => index);
    await shop.sandbox.control.webhooks.flush(indexes);
    await shop.core.runner.settle();
  }
}

test(
  "a supplier's reports in every order, each told twice: the delivery ends complete",
  async () => {
    const eventsMax = 5;
    const places = Array.from({ length: eventsMax }, (_, index) => index);
    const done = await inEveryOrder(places, deliveries.milliseconds, deliveries.seed, async (order) => {
      const { orderId, eventIds } = await reportedOrder();
      expect(eventIds.length, "there is something to mix up").toBeGreaterThan(1);
      // The last one says that the work is done.
      const told = eventIds.slice(-eventsMax);
      await tell(order.flatMap((place) => told[place] ?? []));
      const found = await shop.core.orders.get(shop.core.database, admin, orderId);
      expect(found.lines[0], order.join(" ")).toMatchObject({ state: "fulfilled", deliveredUnits: quantity });
      expect(found.state).toBe("delivered");
    });
    expect(done).toBeGreaterThan(0);
    await shop.sandbox.control.webhooks.setMode({});
    await shop.sandbox.control.webhooks.flush();
    process.stdout.write(`  ${done} of 120 orders of a supplier's reports\n`);
  },
  deliveries.milliseconds + 60_000,
);
