import { createHash } from "node:crypto";
import { seededProviderIds, seedProviders } from "@smplat/core/seed";
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
let product: Awaited<ReturnType<typeof publishSampleProduct>>;
const accounts = {} as Record<"admin" | "operator", TestAccount>;
let admin: Visitor;
let operator: Visitor;
const hour = 3_600_000;
const key = () => crypto.randomUUID();

beforeAll(async () => {
  shop = await startTestShop(createApp);
  await seedProviders(shop.core, shop.suppliers);
  await shop.reportToShop(seededProviderIds);
  product = await publishSampleProduct(shop.core);
  accounts.admin = await newAccount(shop.core, "admin");
  accounts.operator = await newAccount(shop.core, "operator");
});
// Sessions end while a test lets days pass.
beforeEach(async () => {
  admin = await signIn(accounts.admin);
  operator = await signIn(accounts.operator);
  await shop.sandbox.control.stripe.set("normal");
  for (const supplier of ["northbeam", "atelier"] as const)
    await shop.sandbox.control.suppliers.set(supplier, { mode: "normal", variation: "none" });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop.settle();
  expect((await verify(shop.core.database.pool)).findings).toEqual([]);
  await shop.close();
});

async function signIn({ email, password }: TestAccount): Promise<Visitor> {
  const visitor = shop.visit();
  await visitor.api.auth.signIn({ body: { email, password } });
  return visitor;
}

/** Everybody buys once: somebody who orders every second would be asked for more. */
async function buy(paymentMethodId = "pm_card_visa", what = product) {
  const guest = shop.visit();
  const contact = { email: newEmail(), name: "Mara Beispiel" };
  const { orderId } = await pay(guest, await fillCart(guest, what), { paymentMethodId, contact });
  const read = () => guest.api.orders.get({ params: { orderId } });
  const order = await read();
  const [line] = order.lines;
  if (line === undefined) throw new Error("An order has a line");
  const mails = () => shop.sandbox.control.mailbox.list(contact.email);
  return { guest, mails, orderId, lineId: line.id, gross: order.totals.gross.amountMinor, read };
}

type Bought = Awaited<ReturnType<typeof buy>>;
const refund = (by: Visitor, { orderId, lineId }: Bought, amountMinor: number, idempotencyKey = key()) =>
  by.api.adminSupport.refund({
    params: { orderId },
    body: { lines: [{ lineId, amountMinor }], reason: "the customer asked" },
    idempotencyKey,
  });
const look = (by: Visitor, { orderId }: Bought) => by.api.adminSupport.get({ params: { orderId } });

describe("refunds", () => {
  test("201 a part of a line goes back, is booked, mailed and shown to its buyer", async () => {
    const bought = await buy();
    const made = await refund(operator, bought, 100);
    expect(made).toMatchObject({ state: "requested", amount: { amountMinor: 100 } });
    const [line] = (await look(operator, bought)).lines;
    expect(line?.refundable.amountMinor).toBe(bought.gross - 100);
    const words = { en: expect.stringMatching(/./), de: expect.stringMatching(/./) };
    expect(line, "staff reads names in their language").toMatchObject({ title: words, unit: words });
    await shop.settle();
    const { totals, state } = await bought.read();
    expect(totals.refunded.amountMinor).toBe(100);
    expect(state).not.toBe("refunded");
    const seen = await bought.guest.api.support.get({ params: { orderId: bought.orderId } });
    expect(seen.refunds).toMatchObject([{ state: "succeeded", amount: { amountMinor: 100 } }]);
    const mails = await bought.mails();
    expect(mails.some((mail) => mail.text?.includes("1.00"))).toBe(true);
  });

  test("201 all of a line, in parts: the order is refunded, the last cent included", async () => {
    const bought = await buy();
    await refund(operator, bought, 333);
    await refund(admin, bought, bought.gross - 333);
    await shop.settle();
    expect(await bought.read()).toMatchObject({ state: "refunded", lines: [{ state: "canceled" }] });
  });

  test("each refund has its credit note: for its buyer and staff, in the mail, and 404 for anybody else", async () => {
    const bought = await buy();
    const { orderId } = bought;
    for (const amountMinor of [333, bought.gross - 333]) {
      await refund(admin, bought, amountMinor);
      await shop.settle();
    }
    const notes = (await bought.read()).papers.filter(({ kind }) => kind === "credit_note");
    expect(notes).toHaveLength(2);
    const shown = (await look(operator, bought)).refunds.map(({ creditNote }) => creditNote);
    expect(shown.sort()).toEqual(notes.map(({ number }) => number).sort());
    const mails = (await bought.mails()).map(({ text }) => text ?? "").join("\n");
    for (const { number, sha256 } of notes) {
      if (number === null) throw new Error("a credit note is numbered");
      expect(mails).toContain(number);
      const sought = { params: { orderId, kind: "credit_note", format: "pdf" }, query: { number } } as const;
      const pdf = Buffer.from(await (await bought.guest.api.orders.paper(sought)).arrayBuffer());
      expect(createHash("sha256").update(pdf).digest("hex")).toBe(sha256);
      const stranger = await buy();
      const refused = [
        [stranger.guest, orderId, "order.not-found"],
        [stranger.guest, stranger.orderId, "paper.not-found"],
      ] as const;
      for (const [guest, of, code] of refused) {
        const request = guest.api.orders.paper({ ...sought, params: { ...sought.params, orderId: of } });
        expect(await refusal(request)).toMatchObject({ code });
      }
    }
  });

  test("201 the same key asks once", async () => {
    const bought = await buy();
    const again = key();
    const [first, second] = [await refund(operator, bought, 50, again), await refund(operator, bought, 50, again)];
    expect(second.id).toBe(first.id);
    expect((await look(operator, bought)).refunds).toHaveLength(1);
  });

  test("a line whose whole price is promised back is not submitted, and ends when the money is back", async () => {
    const bought = await buy();
    const move = async (command: "hold" | "resume") => {
      const { order } = await operator.api.adminOrders.get({ params: { orderId: bought.orderId } });
      const body = { command, reason: "a look at it", version: order.version };
      await operator.api.adminOrders.transition({ params: { orderId: bought.orderId }, body });
    };
    await move("hold");
    await shop.settle();
    await refund(admin, bought, bought.gross);
    await move("resume");
    await shop.sandbox.control.stripe.set("down");
    for (let round = 0; round < 3; round += 1) await shop.core.runner.settle().catch(unavailable);
    expect((await bought.read()).lines[0]?.state).toBe("ready");
    expect(await shop.core.fulfillment.listAttempts(shop.core.database, system, bought.orderId)).toEqual([]);
    await shop.sandbox.control.stripe.set("normal");
    await shop.pass(600_000);
    expect(await bought.read()).toMatchObject({ state: "refunded", lines: [{ state: "canceled" }] });
    expect(await shop.core.fulfillment.listAttempts(shop.core.database, system, bought.orderId)).toEqual([]);
  });

  test("refused by the processor, the money can be promised again, and the line goes on once the bank has decided", async () => {
    await shop.sandbox.control.webhooks.setMode({ hold: true });
    const bought = await buy("pm_card_createDispute");
    await refund(admin, bought, bought.gross);
    await shop.core.runner.settle();
    const { refunds, lines } = await look(admin, bought);
    expect(refunds).toMatchObject([{ state: "failed", failure: expect.stringContaining("charged back") }]);
    expect(lines[0]?.refundable.amountMinor).toBe(bought.gross);
    await shop.sandbox.control.webhooks.setMode({ hold: false });
    await shop.sandbox.control.webhooks.flush();
    await shop.settle();
    expect((await bought.read()).state).toBe("disputed");
  });

  test("32 refunds at once promise no cent more than was captured", async () => {
    const bought = await buy();
    const each = Math.floor(bought.gross / 5);
    const outcomes = await Promise.allSettled(Array.from({ length: 32 }, () => refund(admin, bought, each)));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(5);
    await shop.settle();
    expect((await bought.read()).totals.refunded.amountMinor).toBe(5 * each);
  });

  test("409 more than is left; 403 more than an operator may return; 422 a line twice or nothing; 404 another's line", async () => {
    const bought = await buy();
    expect(await refusal(refund(admin, bought, bought.gross + 1))).toMatchObject({
      status: 409,
      code: "payment.refund-exceeds",
    });
    expect(await refusal(refund(operator, bought, 20_001))).toMatchObject({
      status: 403,
      code: "payment.refund-needs-admin",
    });
    expect(await refusal(refund(admin, bought, 0))).toMatchObject({ status: 422 });
    const stranger = await buy();
    expect(await refusal(refund(admin, { ...bought, lineId: stranger.lineId }, 1))).toMatchObject({ status: 409 });
  });

  test("400 without a key; 401 and 403 for those who are no staff", async () => {
    const bought = await buy();
    const body = { lines: [{ lineId: bought.lineId, amountMinor: 1 }], reason: "no key" };
    const path = `/admin/orders/${bought.orderId}/refunds`;
    expect((await admin.send("POST", path, body)).status).toBe(400);
    expect((await shop.visit().send("POST", path, body, { "idempotency-key": key() })).status).toBe(401);
    const customer = await signIn(await newAccount(shop.core, "customer"));
    expect((await customer.send("POST", path, body, { "idempotency-key": key() })).status).toBe(403);
  });
});

/** A job that failed because the processor is down, and nothing else. */
const unavailable = (error: unknown) => expect(error).toMatchObject({ code: "payment.processor-unavailable" });
const system = { role: "system", job: "test" } as const;

describe("disputes", () => {
  async function disputed() {
    const bought = await buy("pm_card_createDispute");
    await shop.settle();
    await shop.settle();
    return bought;
  }
  async function chargeOf(bought: Bought): Promise<string> {
    const { rows } = await shop.core.database.pool.query<{ payload: { disputeId: string } }>(
      `select payload from processor_events e join disputes d on d.processor_id = e.payload ->> 'disputeId'
       where d.order_id = $1 limit 1`,
      [bought.orderId],
    );
    const disputeId = rows[0]?.payload.disputeId ?? "";
    const answer = await fetch(`${shop.sandbox.url}/v1/disputes/${disputeId}`, {
      headers: { authorization: "Bearer sk_test_sandbox" },
    });
    return ((await answer.json()) as { charge: string }).charge;
  }

  test("opened by the bank it stops the work and refuses a refund; won it goes on", async () => {
    const bought = await disputed();
    expect(await bought.read()).toMatchObject({ state: "disputed" });
    const { disputes } = await look(operator, bought);
    expect(disputes).toMatchObject([{ state: "open", lost: { amountMinor: 0 } }]);
    expect(Date.parse(disputes[0]?.evidenceDueAt ?? "")).toBeGreaterThan(Date.parse(disputes[0]?.openedAt ?? ""));
    expect(await refusal(refund(admin, bought, 1))).toMatchObject({ status: 409, code: "payment.dispute-open" });
    await shop.sandbox.control.stripe.closeDispute(await chargeOf(bought), "won");
    await shop.settle();
    expect((await bought.read()).state).toMatch(/processing|active/);
    const seen = await bought.guest.api.support.get({ params: { orderId: bought.orderId } });
    expect(seen.disputes).toMatchObject([{ state: "won" }]);
  });

  test("lost, the loss is booked once and the order is refunded, also when the end is told twice", async () => {
    const bought = await disputed();
    await shop.sandbox.control.webhooks.setMode({ duplicate: 1 });
    await shop.sandbox.control.stripe.closeDispute(await chargeOf(bought), "lost");
    await shop.settle();
    await shop.sandbox.control.webhooks.setMode({ duplicate: 0 });
    expect((await bought.read()).state).toBe("refunded");
    expect((await look(operator, bought)).disputes).toMatchObject([
      { state: "lost", lost: { amountMinor: bought.gross } },
    ]);
  });

  test("an end heard before its opening ends the same", async () => {
    await shop.sandbox.control.webhooks.setMode({ hold: true });
    const bought = await buy("pm_card_createDispute");
    const pending = await shop.sandbox.control.webhooks.pending();
    const opened = pending.find((entry) => entry.type === "charge.dispute.created");
    const charge = /"charge":"(ch_\w+)"/.exec(JSON.stringify(opened?.body ?? {}))?.[1] ?? "";
    await shop.sandbox.control.stripe.closeDispute(charge, "lost");
    const all = await shop.sandbox.control.webhooks.pending();
    await shop.sandbox.control.webhooks.flush(all.map((entry) => entry.index).reverse());
    await shop.sandbox.control.webhooks.setMode({ hold: false });
    await shop.settle();
    expect((await bought.read()).state).toBe("refunded");
  });
});

describe("a line that a supplier refused", () => {
  async function stalled() {
    await shop.sandbox.control.suppliers.set("atelier", { mode: "reject" });
    await shop.sandbox.control.suppliers.set("northbeam", { mode: "reject" });
    const bought = await buy();
    await shop.settle();
    await shop.settle();
    return bought;
  }

  test("holds the order, tells its buyer, and goes on when an operator replays it", async () => {
    const bought = await stalled();
    expect(await bought.read()).toMatchObject({ state: "on_hold", lines: [{ state: "failed" }] });
    const mails = await bought.mails();
    expect(mails.some((mail) => mail.subject.includes("waiting"))).toBe(true);
    for (const supplier of ["northbeam", "atelier"] as const)
      await shop.sandbox.control.suppliers.set(supplier, { mode: "normal" });
    const params = { orderId: bought.orderId, lineId: bought.lineId };
    const body = { reason: "they take orders again" };
    await operator.api.adminSupport.replay({ params, body, idempotencyKey: key() });
    await shop.settle();
    expect(await bought.read()).toMatchObject({ state: "active", lines: [{ state: "accepted" }] });
    const { entries } = await operator.api.adminOrders.timeline({ params: { orderId: bought.orderId }, query: {} });
    expect(entries.some((entry) => entry.detail?.includes("they take orders again"))).toBe(true);
  });

  test("goes to the next supplier that can do it, under a new reference, without its buyer noticing", async () => {
    const shared = await publishSampleProduct(shop.core);
    const mapping = { target: { productId: shared.id }, unitsPerItem: 1, priority: 10 };
    const { atelier, northbeam } = seededProviderIds;
    await shop.core.database.transaction(async (tx) => {
      await shop.core.suppliers.mapService(tx, system, {
        ...mapping,
        providerId: atelier,
        service: "community-hours",
      });
      await shop.core.suppliers.mapService(tx, system, {
        ...mapping,
        providerId: northbeam,
        service: "creator-placement",
      });
    });
    await shop.sandbox.control.suppliers.set("atelier", { mode: "reject" });
    const bought = await buy("pm_card_visa", shared);
    await shop.settle();
    await shop.settle();
    expect(await bought.read()).toMatchObject({ state: "active", lines: [{ state: "accepted" }] });
    const attempts = await shop.core.fulfillment.listAttempts(shop.core.database, system, bought.orderId);
    expect(attempts.at(-1)).toMatchObject({ providerId: northbeam, state: "accepted" });
    expect(new Set(attempts.map((attempt) => attempt.reference)).size).toBe(attempts.length);
    expect((await bought.mails()).some((mail) => mail.subject.includes("waiting"))).toBe(false);
  });

  test("replayed for later it waits for its time, a resume included", async () => {
    const bought = await stalled();
    await shop.sandbox.control.suppliers.set("atelier", { mode: "normal" });
    await shop.sandbox.control.suppliers.set("northbeam", { mode: "normal" });
    const at = new Date(shop.clock.wall().getTime() + 2 * hour).toISOString();
    const params = { orderId: bought.orderId, lineId: bought.lineId };
    const after = await operator.api.adminSupport.replay({ params, body: { at }, idempotencyKey: key() });
    expect(after.lines[0]?.submitNotBefore).toBe(at);
    await shop.settle();
    expect((await bought.read()).lines[0]?.state).toBe("ready");
    await shop.pass(2 * hour + 60_000);
    expect((await bought.read()).lines[0]?.state).toBe("accepted");
  });

  test("can be taken back; 409 when it is replayed after that", async () => {
    const bought = await stalled();
    const params = { orderId: bought.orderId, lineId: bought.lineId };
    const body = { reason: "nobody does it" };
    await operator.api.adminSupport.cancelLine({ params, body, idempotencyKey: key() });
    expect((await bought.read()).lines[0]?.state).toBe("canceled");
    const again = operator.api.adminSupport.replay({ params, body: {}, idempotencyKey: key() });
    expect(await refusal(again)).toMatchObject({ status: 409, code: "fulfillment.line-refused" });
  });
});

describe("a delivery that falls behind", () => {
  test("is told to staff past the middle, and to its buyer past the promise, once", async () => {
    const bought = await buy();
    await shop.settle();
    await shop.pass(hour);
    await shop.sandbox.control.suppliers.set("atelier", { mode: "stall" });
    const { lines } = await bought.guest.api.support.get({ params: { orderId: bought.orderId } });
    expect(lines[0]?.pacing).toMatchObject({ unitsPerDay: expect.any(Number), scheduledUnits: expect.any(Number) });
    const dueAt = new Date(lines[0]?.pacing?.endsAt ?? 0).getTime();
    await shop.pass(dueAt - shop.clock.now().getTime() + 6 * hour);
    await shop.settle();
    const late = await bought.guest.api.support.get({ params: { orderId: bought.orderId } });
    expect(late.lines[0]).toMatchObject({ lateSince: expect.any(String), expectedAt: null });
    const kinds = (await shop.core.fulfillment.listFollowUps(shop.core.database, system))
      .filter((entry) => entry.lineId === bought.lineId)
      .map((entry) => entry.kind);
    expect(kinds).toContain("delivery-late");
    const subjects = (await bought.mails()).map((mail) => mail.subject);
    expect(subjects.filter((subject) => subject.includes("late"))).toHaveLength(1);
  });
});
