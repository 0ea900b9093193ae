import { newId } from "@smplat/core/kernel/id";
import { verify } from "@smplat/core/verify";
import {
  checkoutBody,
  type FilledCart,
  fillCart,
  newAccount,
  newEmail,
  pay,
  publishSampleProduct,
  quote,
  refusal,
  startTestShop,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;
let admin: Visitor;
let operator: Visitor;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  product = await publishSampleProduct(shop.core);
  [admin, operator] = [await signedIn("admin"), await signedIn("operator")];
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  const { findings } = await verify(shop.core.database.pool);
  expect(findings).toEqual([]);
  await shop.close();
});

async function signedIn(role: "admin" | "operator"): Promise<Visitor> {
  const { email, password } = await newAccount(shop.core, role);
  const visitor = shop.visit();
  await visitor.api.auth.signIn({ body: { email, password } });
  return visitor;
}

/** Staff sign in anew: their sessions are over. */
async function nextDay(): Promise<void> {
  await shop.clock.advance(25 * 3_600_000);
  [admin, operator] = [await signedIn("admin"), await signedIn("operator")];
}

const rows = async (sql: string, values: unknown[] = []) => (await shop.core.database.pool.query(sql, values)).rows;
const orderOf = (orderId: string) => shop.core.orders.get(shop.core.database, { role: "system", job: "test" }, orderId);
const contactOf = (email: string) => ({ contact: { email, name: "Robin Beispiel" } });
const inFrance = { address: { line1: "1 rue Exemple", city: "Paris", postalCode: "75001", country: "FR" } };
const decide = (visitor: Visitor, assessmentId: string, verdict: "approve" | "reject" | "reopen", version: number) =>
  visitor.api.adminRisk.decide({
    params: { assessmentId },
    body: { verdict, reason: "Looked at it.", version },
    idempotencyKey: crypto.randomUUID(),
  });

let cards = 0;

/** A card typed into the processor's form; a name makes it somebody's own. */
async function card(number = "4242424242424242", name = `Holder ${++cards}`): Promise<string> {
  const response = await fetch(`${shop.sandbox.url}/card-form/payment-methods`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ number, expMonth: 12, expYear: 2031, cvc: "123", name }),
  });
  return ((await response.json()) as { id: string }).id;
}

async function cartFor(visitor: Visitor, billingCountry: string): Promise<FilledCart> {
  const line = await quote(visitor, product);
  const { id: cartId } = await visitor.api.carts.create({ body: { currency: "EUR" } });
  await visitor.api.carts.addLine({ params: { cartId }, body: { quoteId: line.id } });
  return { cartId, total: await visitor.api.carts.quote({ params: { cartId }, body: { billingCountry } }) };
}

/** Somebody whose bank called one purchase back. */
async function disputer(): Promise<string> {
  const email = newEmail();
  const guest = shop.visit();
  const paymentMethodId = await card("4000000000000259");
  await pay(guest, await fillCart(guest, product), { ...contactOf(email), paymentMethodId });
  await shop.settle();
  return email;
}

/** A purchase that has to be looked at: a dispute before, and a card from another country than the bill. */
async function heldOrder(): Promise<{ orderId: string; assessmentId: string; version: number }> {
  const email = await disputer();
  const guest = shop.visit();
  const filled = await cartFor(guest, "FR");
  const changes = { ...contactOf(email), billing: inFrance, paymentMethodId: await card() };
  const { orderId, status } = await pay(guest, filled, changes);
  expect(status).toBe("paid");
  const { items } = await operator.api.adminRisk.list({ query: {} });
  const found = items.find(({ order }) => order?.id === orderId);
  return { orderId, assessmentId: found?.id ?? "", version: found?.version ?? 0 };
}

describe("at the checkout", () => {
  test("201 for a plain purchase, of which only keyed digests stay", async () => {
    const guest = shop.visit();
    const email = newEmail();
    const filled = await fillCart(guest, product);
    const body = checkoutBody(filled, { ...contactOf(email), paymentMethodId: await card() });
    const headers = { "idempotency-key": crypto.randomUUID(), "x-forwarded-for": "203.0.113.77" };
    expect((await guest.send("POST", "/checkout", body, headers)).status).toBe(201);
    const [attempt] = await rows("select * from risk_attempts where cart_id = $1", [filled.cartId]);
    expect(attempt.kinds).toEqual(["email", "owner", "card", "network", "address", "device"]);
    expect(JSON.stringify(attempt)).not.toMatch(/shop\.example|203\.0\.113|Beispielweg/);
    expect(await rows("select * from risk_assessments where cart_id = $1", [filled.cartId])).toEqual([]);
  });

  test("201 requires_action: who had a purchase called back proves to be the card's holder, then goes on", async () => {
    const email = await disputer();
    const guest = shop.visit();
    const paymentMethodId = await card();
    const filled = await fillCart(guest, product);
    const result = await pay(guest, filled, { ...contactOf(email), paymentMethodId });
    expect(result).toMatchObject({ status: "requires_action", nextAction: { url: expect.any(String) } });
    const kept = await rows("select decision, review from risk_assessments where order_id = $1", [result.orderId]);
    expect(kept).toEqual([{ decision: "step-up", review: "none" }]);
  });

  test("403 after four failed cards in an hour: nothing more is charged, and the reason is not told", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const paymentMethodId = await card("4000000000000002");
      expect(await refusal(pay(guest, filled, { ...contactOf(newEmail()), paymentMethodId }))).toMatchObject({
        status: 402,
      });
      await shop.settle();
    }
    const before = await rows("select count(*)::int as payments from payments");
    const problem = await refusal(pay(guest, filled, { paymentMethodId: await card() }));
    expect(problem).toMatchObject({ status: 403, code: "risk.refused" });
    expect(JSON.stringify(problem)).not.toMatch(/card|declin|posterior/i);
    expect(await rows("select count(*)::int as payments from payments")).toEqual(before);
    const { items } = await operator.api.adminRisk.list({ query: { show: "blocked" } });
    expect(items[0]).toMatchObject({ decision: "block", rule: "failed-cards", order: null, decidable: false });
  });

  test("403 and a reference by which staff finds who was refused, what for and how much; nobody else's", async () => {
    const email = newEmail();
    const body = { list: "block", kind: "email", value: email, note: "A test." } as const;
    const block = await admin.api.adminRisk.addEntry({ body });
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const problem = await refusal(pay(guest, filled, { ...contactOf(email), paymentMethodId: await card() }));
    expect(problem).toMatchObject({ status: 403, code: "risk.refused", requestId: expect.any(String) });
    const { requestId: reference } = problem as { requestId: string };
    const found = await operator.api.adminRisk.list({ query: { reference: ` ${reference} ` } });
    expect(found.items).toMatchObject([
      {
        decision: "block",
        order: null,
        refusal: {
          ...{ reference, email, total: { amountMinor: filled.total.total.amountMinor, currency: "EUR" } },
          products: [{ title: product.title, quantity: 4 }],
        },
      },
    ]);
    expect((await operator.api.adminRisk.list({ query: { reference: "nobody-was-told" } })).items).toEqual([]);
    await admin.api.adminRisk.removeEntry({ params: { entryId: block.id }, body: { reason: "Done." } });
  });

  test("201 again a day later", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await refusal(pay(guest, filled, { paymentMethodId: await card("4000000000000002") }));
      await shop.settle();
    }
    await nextDay();
    const later = await fillCart(guest, product);
    expect((await pay(guest, later, { paymentMethodId: await card() })).status).toBe("paid");
  });

  test("somebody who types another person's address can't lock that person out", async () => {
    const email = newEmail();
    const stranger = shop.visit();
    const filled = await fillCart(stranger, product);
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const paymentMethodId = await card("4000000000000002");
      await refusal(pay(stranger, filled, { ...contactOf(email), paymentMethodId }));
      await shop.settle();
    }
    const guest = shop.visit();
    const own = { ...contactOf(email), paymentMethodId: await card() };
    expect((await pay(guest, await fillCart(guest, product), own)).status).toBe("paid");
  });
});

describe("POST /admin/risk/assessments/{assessmentId}/decisions", () => {
  test("200 approve: the paid order was held, and work begins", async () => {
    const { orderId, assessmentId, version } = await heldOrder();
    expect(await orderOf(orderId)).toMatchObject({ state: "on_hold", capturedMinor: expect.any(Number) });
    const { items } = await operator.api.adminRisk.list({ query: {} });
    const item = items.find(({ id }) => id === assessmentId);
    expect(item).toMatchObject({ decision: "review", review: "open", decidable: true });
    expect(item?.contributions[0]).toMatchObject({ signal: "disputes", value: 1 });
    expect(item?.contributions[0]?.bits).toBeCloseTo(9.97, 2);
    expect(await decide(operator, assessmentId, "approve", version)).toEqual({
      review: "approved",
      version: version + 1,
    });
    expect((await orderOf(orderId)).state).toBe("processing");
  });

  test("200 reopen takes an approval back: the order is held again, and can be approved again", async () => {
    const { orderId, assessmentId, version } = await heldOrder();
    await decide(operator, assessmentId, "approve", version);
    await decide(operator, assessmentId, "reopen", version + 1);
    expect((await orderOf(orderId)).state).toBe("on_hold");
    await decide(operator, assessmentId, "approve", version + 2);
    expect((await orderOf(orderId)).state).toBe("processing");
    const { items } = await operator.api.adminRisk.list({ query: { show: "all" } });
    const actions = items.find(({ id }) => id === assessmentId)?.audit.map(({ action }) => action);
    expect(actions).toEqual(["approve", "reopen", "approve"]);
  });

  test("200 reject: the order is canceled and all money goes back", async () => {
    const { orderId, assessmentId, version } = await heldOrder();
    expect(await decide(operator, assessmentId, "reject", version)).toMatchObject({ review: "rejected" });
    await shop.settle();
    const order = await orderOf(orderId);
    expect(order).toMatchObject({ state: "canceled", refundedMinor: order.capturedMinor });
    expect(await refusal(decide(operator, assessmentId, "reopen", version + 1))).toMatchObject({
      status: 409,
      code: "risk.review-refused",
    });
  });

  test("of two people who decide at once one does; 409 tells the other", async () => {
    const { orderId, assessmentId, version } = await heldOrder();
    const outcomes = await Promise.allSettled([
      decide(operator, assessmentId, "approve", version),
      decide(admin, assessmentId, "approve", version),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await orderOf(orderId)).state).toBe("processing");
  });

  test("404 for an id that is none of ours, 400 without a key, 401 for a shopper", async () => {
    expect(await refusal(decide(operator, newId("rsk"), "approve", 1))).toMatchObject({ status: 404 });
    const path = `/admin/risk/assessments/${newId("rsk")}/decisions`;
    const body = { verdict: "approve", reason: "x", version: 1 };
    expect((await operator.send("POST", path, body)).status).toBe(400);
    const guest = shop.visit();
    await guest.api.carts.create({ body: { currency: "EUR" } });
    expect((await guest.send("POST", path, body, { "idempotency-key": "k" })).status).toBe(401);
  });

  test("a review whose order was canceled meanwhile leaves the queue", async () => {
    const { orderId, assessmentId } = await heldOrder();
    await shop.core.payments.cancelOrder({ role: "operator", staffId: "cus_test" }, orderId, "The buyer asked.");
    await shop.settle();
    const { items } = await operator.api.adminRisk.list({ query: { show: "open" } });
    expect(items.map(({ id }) => id)).not.toContain(assessmentId);
  });
});

describe("lists", () => {
  const buyAs = async (email: string) => {
    const guest = shop.visit();
    return pay(guest, await fillCart(guest, product), { ...contactOf(email), paymentMethodId: await card() });
  };

  test("201 a blocked address is refused however it is written, until the entry is taken out", async () => {
    const name = `robin${Date.now()}`;
    const body = { list: "block", kind: "email", value: `${name}@gmail.com`, note: "Stolen cards." } as const;
    const entry = await admin.api.adminRisk.addEntry({ body });
    expect(entry).toMatchObject({ list: "block", network: null, expiresAt: null });
    expect(JSON.stringify(await rows("select * from risk_list_entries where id = $1", [entry.id]))).not.toContain(name);
    const spelled = `${name.slice(0, 3)}.${name.slice(3)}+shop@googlemail.com`;
    expect(await refusal(buyAs(spelled))).toMatchObject({ status: 403, code: "risk.refused" });
    await admin.api.adminRisk.removeEntry({ params: { entryId: entry.id }, body: { reason: "It was a mistake." } });
    expect((await buyAs(spelled)).status).toBe("paid");
  });

  test("an entry ends by itself when its days are over", async () => {
    const email = newEmail();
    const body = { list: "block", kind: "email", value: email, note: "For a day.", days: 1 } as const;
    await admin.api.adminRisk.addEntry({ body });
    expect(await refusal(buyAs(email))).toMatchObject({ code: "risk.refused" });
    await nextDay();
    expect((await buyAs(email)).status).toBe("paid");
  });

  test("a blocked network refuses every address in it; 422 for what is no network", async () => {
    const body = { list: "block", kind: "network", value: "198.51.100.9/24", note: "A botnet." } as const;
    const entry = await admin.api.adminRisk.addEntry({ body });
    expect(entry.network).toBe("198.51.100.0/24");
    const guest = shop.visit();
    const sent = checkoutBody(await fillCart(guest, product), {
      ...contactOf(newEmail()),
      paymentMethodId: await card(),
    });
    const from = (ip: string) =>
      guest.send("POST", "/checkout", sent, { "idempotency-key": crypto.randomUUID(), "x-forwarded-for": ip });
    expect((await from("198.51.100.200")).status).toBe(403);
    expect((await from("198.51.101.200")).status).toBe(201);
    const wrong = { ...body, value: "everything/0" };
    expect(await refusal(admin.api.adminRisk.addEntry({ body: wrong }))).toMatchObject({
      status: 422,
      code: "risk.entry-invalid",
      fields: [{ path: "value" }],
    });
    await admin.api.adminRisk.removeEntry({ params: { entryId: entry.id }, body: { reason: "Done." } });
  });

  test("the buyer of a refused attempt is let through once somebody put them on the allow list", async () => {
    const email = newEmail();
    const block = await admin.api.adminRisk.addEntry({
      body: { list: "block", kind: "email", value: email, note: "Looked odd." },
    });
    await refusal(buyAs(email));
    const { items } = await admin.api.adminRisk.list({ query: { show: "blocked" } });
    const body = {
      list: "allow",
      kind: "email",
      assessmentId: items[0]?.id ?? "",
      note: "Called; all is well.",
    } as const;
    await admin.api.adminRisk.addEntry({ body });
    expect((await buyAs(email)).status).toBe("paid");
    await admin.api.adminRisk.removeEntry({ params: { entryId: block.id }, body: { reason: "Done." } });
  });

  test("403 for an operator; the lists can be read", async () => {
    const body = { list: "allow", kind: "email", value: newEmail(), note: "A friend." } as const;
    expect(await refusal(operator.api.adminRisk.addEntry({ body }))).toMatchObject({ status: 403 });
    const { items } = await operator.api.adminRisk.entries({ query: { limit: "2" } });
    expect(items).toHaveLength(2);
  });
});

describe("PUT /admin/risk/enforcement", () => {
  test("200 turned to nothing: who would be refused buys, and what would have happened is written down", async () => {
    const email = newEmail();
    await admin.api.adminRisk.addEntry({ body: { list: "block", kind: "email", value: email, note: "A test." } });
    const { version } = await admin.api.adminRisk.enforcement({});
    const reason = "Watching first.";
    const off = await admin.api.adminRisk.setEnforcement({ body: { percent: 0, version, reason } });
    const guest = shop.visit();
    const { orderId } = await pay(guest, await fillCart(guest, product), contactOf(email));
    const kept = await rows("select decision, enforced from risk_assessments where order_id = $1", [orderId]);
    expect(kept).toEqual([{ decision: "block", enforced: false }]);
    expect(
      await refusal(admin.api.adminRisk.setEnforcement({ body: { percent: 100, version, reason } })),
    ).toMatchObject({ status: 409, code: "risk.version-conflict" });
    await admin.api.adminRisk.setEnforcement({ body: { percent: 100, version: off.version, reason } });
  });
});

test("what the retention time is over for is forgotten, decisions stay without their keys", async () => {
  await shop.clock.advance(181 * 86_400_000);
  await shop.core.database.transaction(async (tx) => {
    const forget = shop.core.risk.jobs.find(({ job }) => job.id === "risk.forget");
    if (forget?.kind === "local") await forget.run(tx, {}, { jobId: "x", attempt: 0, isLast: false });
  });
  const left = await rows(`select (select count(*) from risk_sightings)::int as sightings,
    (select count(*) from risk_outcomes)::int as outcomes, (select count(*) from risk_attempts)::int as attempts,
    (select count(*) from risk_assessments where keys <> '{}' or network is not null)::int as keyed,
    (select count(*) from risk_refusals)::int as refusals,
    (select count(*) from risk_assessments)::int > 0 as decisions`);
  expect(left).toEqual([{ sightings: 0, outcomes: 0, attempts: 0, keyed: 0, refusals: 0, decisions: true }]);
});
