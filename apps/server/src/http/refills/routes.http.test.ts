import { seedProviders } from "@smplat/core/seed";
import { verify } from "@smplat/core/verify";
import {
  fillCart,
  newAccount,
  newEmail,
  pay,
  publishSampleProduct,
  refusal,
  startTestShop,
  type TestAccount,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;
let placement: Awaited<ReturnType<typeof publishSampleProduct>>;
let account: TestAccount;
let operator: Visitor;
const hour = 3_600_000;
const key = () => crypto.randomUUID();
const system = { role: "system", job: "test" } as const;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  await seedProviders(shop.core, shop.suppliers);
  placement = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
  account = await newAccount(shop.core, "operator");
});
beforeEach(async () => {
  await signInOperator();
  await shop.sandbox.control.suppliers.set("northbeam", { mode: "normal", variation: "none" });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop.settle();
  expect((await verify(shop.core.database.pool)).findings).toEqual([]);
  await shop.close();
});

/** Sessions end while a test lets days pass. */
async function signInOperator(): Promise<void> {
  operator = shop.visit();
  await operator.api.auth.signIn({ body: { email: account.email, password: account.password } });
}

/** A guest whose four placements are all delivered. */
async function delivered() {
  const guest = shop.visit();
  const contact = { email: newEmail(), name: "Mara Beispiel" };
  const { orderId } = await pay(guest, await fillCart(guest, placement), { contact });
  const read = () => guest.api.orders.get({ params: { orderId } });
  for (let step = 0; step < 20 && (await read()).state !== "delivered"; step += 1) await shop.pass(4 * hour);
  const [line] = (await read()).lines;
  if (line === undefined) throw new Error("An order has a line");
  const claim = async () => (await guest.api.refills.list({ params: { orderId } })).lines[0];
  const ask = (idempotencyKey = key()) =>
    guest.api.refills.request({ params: { orderId, lineId: line.id }, body: {}, idempotencyKey });
  const mails = async () => (await shop.sandbox.control.mailbox.list(contact.email)).map((mail) => mail.subject);
  return { guest, orderId, lineId: line.id, evidence: line.evidence, read, claim, ask, mails };
}
type Delivered = Awaited<ReturnType<typeof delivered>>;

/** Takes one placement down; nobody of ours has looked yet. */
async function takeDown({ evidence }: Delivered): Promise<void> {
  await shop.sandbox.control.suppliers.setEvidence(evidence[0]?.url?.split("/").at(-1) ?? "", false);
}

/** Takes one down and lets the guarantee's check find it. */
async function fall(bought: Delivered): Promise<string> {
  await takeDown(bought);
  for (let day = 0; day < 4 && (await bought.claim())?.refills.length === 0; day += 1) await shop.pass(24 * hour);
  await signInOperator();
  const open = (await bought.claim())?.refills.at(-1);
  if (open === undefined) throw new Error("Nobody noticed");
  return open.id;
}

const approve = (refillId: string) =>
  operator.api.adminRefills.approve({ params: { refillId }, idempotencyKey: key() });
const ordersAt = async (bought: Delivered) => {
  const attempts = await shop.core.fulfillment.listAttempts(shop.core.database, system, bought.orderId);
  const references = attempts.map((attempt) => attempt.reference);
  return (await shop.sandbox.control.suppliers.orders("northbeam")).filter((order) =>
    references.includes(order.reference),
  );
};

describe("a placement taken down inside the guarantee", () => {
  test("is noticed, asked for by itself, approved, made good, and told at every step", async () => {
    const bought = await delivered();
    expect(await bought.claim()).toMatchObject({ eligible: false, why: "delivered-in-full" });
    const refillId = await fall(bought);
    expect(await bought.claim()).toMatchObject({
      eligible: false,
      why: "already-open",
      refills: [{ id: refillId, state: "requested", automatic: true, units: bought.evidence[0]?.units }],
    });
    expect(await bought.read()).toMatchObject({ state: "delivered", lines: [{ state: "short" }] });
    const queue = await operator.api.adminRefills.list({ query: { state: "requested" } });
    expect(queue.items[0]).toMatchObject({ id: refillId, origin: "system", order: { id: bought.orderId } });
    await approve(refillId);
    expect((await bought.read()).state).toBe("refilling");
    await shop.settle();
    expect((await bought.claim())?.refills[0]).toMatchObject({ state: "submitted" });
    for (let step = 0; step < 20 && (await bought.read()).state === "refilling"; step += 1) await shop.pass(hour);
    expect(await bought.read()).toMatchObject({
      state: "delivered",
      lines: [{ state: "fulfilled", progress: { delivered: 4 } }],
    });
    expect((await bought.claim())?.refills).toMatchObject([{ state: "completed" }]);
    const subjects = (await bought.mails()).join("\n");
    for (const words of ["was asked for", "are making order", "is complete again"]) expect(subjects).toContain(words);
    const { entries } = await bought.guest.api.orders.timeline({ params: { orderId: bought.orderId } });
    expect(entries.map((entry) => entry.title)).toEqual(
      expect.arrayContaining(["A refill was asked for", "The refill was approved", "The refill is delivered"]),
    );
    const text = JSON.stringify(await bought.claim());
    expect(text).not.toMatch(/northbeam|prv_|att_|cost/i);
  });

  test("409 for whoever asks second, in two tabs or after the check; nobody's request makes a second refill", async () => {
    const bought = await delivered();
    await fall(bought);
    expect(await refusal(bought.ask())).toMatchObject({ status: 409, code: "refill.already-open" });
    const refillId = (await bought.claim())?.refills[0]?.id ?? "";
    await operator.api.adminRefills.decline({ params: { refillId }, body: { reason: "let the buyer ask" } });
    const tabs = await Promise.allSettled([bought.ask(), bought.ask(), bought.ask()]);
    expect(tabs.filter((tab) => tab.status === "fulfilled")).toHaveLength(1);
    expect((await bought.claim())?.refills.map((refill) => refill.state)).toEqual(["declined", "requested"]);
  });

  test("201 the same key asks once", async () => {
    const bought = await delivered();
    const refillId = await fall(bought);
    await operator.api.adminRefills.decline({ params: { refillId }, body: { reason: "let the buyer ask" } });
    const again = key();
    expect((await bought.ask(again)).id).toBe((await bought.ask(again)).id);
  });

  test("a make-good that was taken on while its answer got lost is looked up, and made once", async () => {
    const bought = await delivered();
    const refillId = await fall(bought);
    await shop.sandbox.control.suppliers.set("northbeam", { mode: "accept-then-timeout", hangMs: 200 });
    await approve(refillId);
    await shop.settle();
    expect((await bought.claim())?.refills[0]?.state).toBe("approved");
    expect(await ordersAt(bought)).toMatchObject([{ makeGoods: 1 }]);
    await shop.sandbox.control.suppliers.set("northbeam", { mode: "normal" });
    await shop.pass(60_000);
    expect((await bought.claim())?.refills[0]?.state).toBe("submitted");
    for (let step = 0; step < 20 && (await bought.read()).state === "refilling"; step += 1) await shop.pass(hour);
    expect((await bought.claim())?.refills).toMatchObject([{ state: "completed" }]);
    expect(await ordersAt(bought)).toMatchObject([{ makeGoods: 1, delivered: 4, ordersForReference: 1 }]);
  });

  test("a make-good that was finished before its answer was missed is not asked for a second time", async () => {
    const bought = await delivered();
    const refillId = await fall(bought);
    await shop.sandbox.control.suppliers.set("northbeam", { mode: "accept-then-timeout", hangMs: 200 });
    await approve(refillId);
    await shop.settle();
    // Long enough for the work, with nobody of ours awake.
    await shop.sandbox.control.suppliers.set("northbeam", { mode: "normal" });
    await shop.pass(48 * hour);
    await shop.pass(hour);
    expect(await ordersAt(bought)).toMatchObject([{ makeGoods: 1, delivered: 4 }]);
    expect((await bought.claim())?.refills).toMatchObject([{ state: "completed" }]);
  });

  test("a supplier that can't be reached is asked again, and nothing is made good twice", async () => {
    const bought = await delivered();
    const refillId = await fall(bought);
    await shop.sandbox.control.suppliers.set("northbeam", { mode: "down" });
    await approve(refillId);
    await shop.settle();
    expect((await bought.claim())?.refills[0]?.state).toBe("approved");
    await shop.sandbox.control.suppliers.set("northbeam", { mode: "normal" });
    await shop.pass(60_000);
    for (let step = 0; step < 20 && (await bought.read()).state === "refilling"; step += 1) await shop.pass(hour);
    expect((await bought.claim())?.refills).toMatchObject([{ state: "completed" }]);
    expect(await ordersAt(bought)).toMatchObject([{ delivered: 4, makeGoods: 1 }]);
  });

  test("is complete again by itself: what was asked for is closed", async () => {
    const bought = await delivered();
    const refillId = await fall(bought);
    await shop.sandbox.control.suppliers.setEvidence(bought.evidence[0]?.url?.split("/").at(-1) ?? "", true);
    for (let day = 0; day < 4 && (await bought.claim())?.refills[0]?.state === "requested"; day += 1) {
      await shop.pass(24 * hour);
    }
    expect((await bought.claim())?.refills).toMatchObject([{ id: refillId, state: "declined" }]);
    await signInOperator();
    expect(await refusal(approve(refillId))).toMatchObject({ status: 409 });
  });

  test("declined with the reason its buyer reads; a second decision is refused", async () => {
    const bought = await delivered();
    const refillId = await fall(bought);
    const reason = "The creator moved it to a new address.";
    await operator.api.adminRefills.decline({ params: { refillId }, body: { reason } });
    await shop.settle();
    expect((await bought.claim())?.refills).toMatchObject([{ state: "declined", declineReason: reason }]);
    expect(await refusal(approve(refillId))).toMatchObject({ status: 409, code: "refill.transition-refused" });
    expect((await bought.read()).state).toBe("delivered");
  });
});

test("409 before the delivery, after the window, and 404 for another's order", async () => {
  const guest = shop.visit();
  const contact = { email: newEmail(), name: "Mara Beispiel" };
  const { orderId } = await pay(guest, await fillCart(guest, placement), { contact });
  const lineId = (await guest.api.orders.get({ params: { orderId } })).lines[0]?.id ?? "";
  const params = { orderId, lineId };
  const early = guest.api.refills.request({ params, body: {}, idempotencyKey: key() });
  expect(await refusal(early)).toMatchObject({ status: 409, code: "refill.not-eligible" });
  const stranger = shop.visit();
  await stranger.api.carts.create({ body: { currency: "EUR" } });
  const foreign = stranger.api.refills.request({ params, body: {}, idempotencyKey: key() });
  expect(await refusal(foreign)).toMatchObject({ status: 404, code: "order.not-found" });
  expect((await guest.send("POST", `/orders/${orderId}/lines/${lineId}/refills`, {})).status).toBe(400);
  expect((await shop.visit().send("GET", `/orders/${orderId}/refills`)).status).toBe(401);
  const bought = await delivered();
  await shop.pass(15 * 24 * hour);
  expect(await bought.claim()).toMatchObject({ eligible: false, why: "window-over" });
  expect((await bought.read()).state).toBe("completed");
});
