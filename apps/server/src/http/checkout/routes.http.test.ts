import { recordStatements } from "@smplat/core/database";
import { verify } from "@smplat/core/verify";
import {
  checkoutBody,
  fillCart,
  pay,
  publishSampleProduct,
  quote,
  refusal,
  startTestShop,
  type TestShop,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  product = await publishSampleProduct(shop.core);
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  const { findings } = await verify(shop.core.database.pool);
  expect(findings).toEqual([]);
  await shop.close();
});

const rows = async (sql: string, values: unknown[] = []) => (await shop.core.database.pool.query(sql, values)).rows;
const bodyOf = async (response: Response) => (await response.json()) as Record<string, unknown>;
const intentsOf = async (orderId: string) => rows("select * from payments where order_id = $1", [orderId]);

describe("POST /checkout", () => {
  test("201 a guest buys: the order is paid, numbered, and the books say so", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const result = await pay(guest, filled);
    expect(result).toMatchObject({ status: "paid", total: filled.total.total });
    const order = await shop.core.orders.get(shop.core.database, { role: "system", job: "test" }, result.orderId);
    expect(order).toMatchObject({ state: "processing", capturedMinor: filled.total.total.amountMinor });
    expect(order.number).toMatch(/^SM-/);
    const booked = await rows("select kind from ledger_journals where order_id = $1", [result.orderId]);
    expect(booked).toEqual([{ kind: "capture" }]);
  });

  test("201 the same key again: the same bytes, no second order, no second charge", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const key = crypto.randomUUID();
    const send = () => guest.send("POST", "/checkout", checkoutBody(filled), { "idempotency-key": key });
    const first = await (await send()).text();
    const again = await send();
    expect(await again.text()).toBe(first);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await intentsOf(JSON.parse(first).orderId)).toHaveLength(1);
  });

  test("201 ten at once from ten tabs, webhooks in between: one order, one charge, one event, one answer", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => pay(guest, filled)));
    await shop.settle();
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    const orderId = outcomes[0]?.orderId ?? "";
    expect((await intentsOf(orderId)).filter((payment) => payment.captured_minor > 0)).toHaveLength(1);
    const events = await rows("select name from events where metadata ->> 'orderId' = $1 and name = 'order.paid'", [
      orderId,
    ]);
    expect(events).toHaveLength(1);
  });

  test("201 fifty identical requests with one key: one runs, the rest repeat it or are told to wait", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const key = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        guest.send("POST", "/checkout", checkoutBody(filled), { "idempotency-key": key }),
      ),
    );
    const bodies = await Promise.all(answers.filter((answer) => answer.status === 201).map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(answers.every((answer) => answer.status === 201 || answer.status === 409)).toBe(true);
  });

  test("400 without a key, and 422 when a key is used for another request", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const keyless = await guest.send("POST", "/checkout", checkoutBody(filled));
    expect([keyless.status, (await bodyOf(keyless)).code]).toEqual([400, "idempotency.key-required"]);
    const key = crypto.randomUUID();
    await pay(guest, filled, {}, key);
    expect(await refusal(pay(guest, filled, { notes: "another request" }, key))).toMatchObject({
      status: 422,
      code: "idempotency.key-reused",
    });
  });

  test("401 for somebody who never had a cart", async () => {
    const filled = await fillCart(shop.visit(), product);
    expect(await refusal(pay(shop.visit(), filled))).toMatchObject({ status: 401, code: "auth.required" });
  });

  test("402 a declined card keeps cart and order; another card pays the same order", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const problem = await refusal(pay(guest, filled, { paymentMethodId: "pm_card_chargeDeclined" }));
    expect(problem).toMatchObject({ status: 402, code: "payment.declined" });
    expect(problem.remedy).toContain("another card");
    const cart = await guest.api.carts.get({ params: { cartId: filled.cartId } });
    expect(cart.lines).toHaveLength(1);
    const result = await pay(guest, filled);
    expect(result.status).toBe("paid");
    expect(await intentsOf(result.orderId)).toHaveLength(2);
  });

  test("201 a cart that was paid is closed at once: what is bought next is another order", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    await refusal(pay(guest, filled, { paymentMethodId: "pm_card_chargeDeclined" }));
    const first = await pay(guest, filled);
    expect(await refusal(guest.api.carts.current({}))).toMatchObject({ code: "cart.not-found" });
    const second = await pay(guest, await fillCart(guest, product));
    expect(second.orderId).not.toBe(first.orderId);
  });

  test("201 a cart changed after a decline: the first order is canceled, the new total is what is paid", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    await refusal(pay(guest, filled, { paymentMethodId: "pm_card_chargeDeclined" }));
    const more = await quote(guest, product, { quantity: 2 });
    await guest.api.carts.addLine({ params: { cartId: filled.cartId }, body: { quoteId: more.id } });
    const total = await guest.api.carts.quote({ params: { cartId: filled.cartId }, body: { billingCountry: "DE" } });
    const result = await pay(guest, { cartId: filled.cartId, total });
    expect(result).toMatchObject({ status: "paid", total: total.total });
    await shop.settle();
    const orders = await rows("select state from orders where cart_id = $1 order by placed_at", [filled.cartId]);
    expect(orders).toEqual([{ state: "canceled" }, { state: "processing" }]);
    expect(await refusal(guest.api.carts.current({}))).toMatchObject({ code: "cart.not-found" });
  });

  test("404 for a cart quote of somebody else, as if it were not there", async () => {
    const mine = shop.visit();
    await quote(mine, product);
    const theirs = await fillCart(shop.visit(), product);
    expect(await refusal(pay(mine, theirs))).toMatchObject({ status: 404, code: "quote.not-found" });
  });

  test("409 for another total than the quote's, with the right one", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const problem = await refusal(pay(guest, filled, { expectedTotalMinor: 1 }));
    expect(problem).toMatchObject({
      status: 409,
      code: "quote.total-mismatch",
      newQuote: { total: filled.total.total },
    });
  });

  test("409 for a quote changed in the database by a hand that has no key", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    await rows("update cart_quotes set total_minor = 119, net_minor = 100, tax_minor = 19 where id = $1", [
      filled.total.id,
    ]);
    expect(await refusal(pay(guest, filled, { expectedTotalMinor: 119 }))).toMatchObject({ code: "quote.tampered" });
  });

  test("409 for a quote whose half hour is over, with a new one that can be paid", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    await shop.clock.advance(31 * 60_000);
    const problem = await refusal(pay(guest, filled));
    expect(problem).toMatchObject({ status: 409, code: "quote.expired" });
    const newQuote = (problem as unknown as { newQuote: { id: string } }).newQuote;
    expect((await pay(guest, filled, { cartQuoteId: newQuote.id })).status).toBe("paid");
  });

  test("409 when the cart changed after its total was quoted", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const more = await quote(guest, product, { quantity: 2 });
    await guest.api.carts.addLine({ params: { cartId: filled.cartId }, body: { quoteId: more.id } });
    expect(await refusal(pay(guest, filled))).toMatchObject({ code: "quote.expired" });
  });

  test("409 sold out: of eight buyers for the last unit one pays", async () => {
    const scarce = await publishSampleProduct(shop.core, { capacityRemaining: 4 });
    const buyers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const guest = shop.visit();
        return { guest, filled: await fillCart(guest, scarce) };
      }),
    );
    const outcomes = await Promise.allSettled(buyers.map(({ guest, filled }) => pay(guest, filled)));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason.problem.code).toBe("product.sold-out");
    }
  });

  test("422 for unknown fields, wrong types, NUL bytes and missing consent, each named", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const body = checkoutBody(filled);
    const send = async (changes: object) => {
      const answer = await guest.send(
        "POST",
        "/checkout",
        { ...body, ...changes },
        { "idempotency-key": crypto.randomUUID() },
      );
      return { status: answer.status, ...(await bodyOf(answer)) };
    };
    expect(await send({ priceMinor: 1 })).toMatchObject({ status: 422, fields: [{ path: "priceMinor" }] });
    expect(await send({ expectedTotalMinor: "1" })).toMatchObject({
      status: 422,
      fields: [{ path: "expectedTotalMinor" }],
    });
    expect(await send({ contact: { email: "a@b.example", name: "M\u0000ara" } })).toMatchObject({
      status: 422,
      fields: [{ path: "contact.name" }],
    });
    expect(await send({ consents: { terms: true, earlyStart: false } })).toMatchObject({
      status: 422,
      fields: [{ path: "consents.earlyStart" }],
    });
  });

  test("at most 15 SQL statements from request to paid", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const { statements } = await recordStatements(() => pay(guest, filled));
    expect(
      statements.length,
      statements.map((sql) => sql.replaceAll(/\s+/g, " ").trim().slice(0, 110)).join("\n"),
    ).toBeLessThanOrEqual(15);
  });
});

describe("when the processor misbehaves", () => {
  test("it answers too late but took the money: the retry finds the charge, nothing is charged twice", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    await shop.sandbox.control.stripe.set("webhook-first");
    const result = await pay(guest, filled);
    await shop.sandbox.control.stripe.set("normal");
    await shop.settle();
    expect(result.status).toBe("paid");
    expect((await intentsOf(result.orderId)).filter((payment) => payment.captured_minor > 0)).toHaveLength(1);
  });

  test("it is down: 503 with a remedy, and the same key pays once it is back", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const key = crypto.randomUUID();
    await shop.sandbox.control.stripe.set("down");
    expect(await refusal(pay(guest, filled, {}, key))).toMatchObject({
      status: 503,
      code: "payment.processor-unavailable",
    });
    await shop.sandbox.control.stripe.set("normal");
    expect((await pay(guest, filled, {}, key)).status).toBe("paid");
  });

  test("the bank wants to see the buyer: the page to go to is told, and the webhook pays the order", async () => {
    const guest = shop.visit();
    const filled = await fillCart(guest, product);
    const result = await pay(guest, filled, {
      paymentMethodId: "pm_card_authenticationRequired",
      returnUrl: "http://localhost:3000/checkout/success",
    });
    expect(result).toMatchObject({
      status: "requires_action",
      nextAction: { url: expect.stringContaining(shop.sandbox.url.slice(-5)) },
    });
  });

  test("an order that is not paid in 30 minutes is canceled, its intent first, and its capacity is free again", async () => {
    const scarce = await publishSampleProduct(shop.core, { capacityRemaining: 4 });
    const guest = shop.visit();
    const filled = await fillCart(guest, scarce);
    await refusal(pay(guest, filled, { paymentMethodId: "pm_card_chargeDeclined" }));
    await shop.pass(31 * 60_000);
    await shop.settle();
    const [order] = await rows("select state from orders where cart_id = $1", [filled.cartId]);
    expect(order).toEqual({ state: "canceled" });
    expect((await shop.core.catalog.findById(shop.core.database, scarce.id))?.capacityRemaining).toBe(4);
  });
});

describe("POST /webhooks/stripe", () => {
  test("400 for a signature that is not ours, and nothing is kept", async () => {
    const before = await rows("select count(*)::int as n from processor_events");
    const answer = await shop.visit().send("POST", "/webhooks/stripe", "{}", { "stripe-signature": "t=1,v1=00" });
    expect([answer.status, (await bodyOf(answer)).code]).toEqual([400, "webhook.signature-invalid"]);
    expect(await rows("select count(*)::int as n from processor_events")).toEqual(before);
  });

  test("200 in any order, each three times: the order is paid once", async () => {
    await shop.sandbox.control.webhooks.setMode({ hold: true });
    const guest = shop.visit();
    const result = await pay(guest, await fillCart(guest, product));
    const pending = await shop.sandbox.control.webhooks.pending();
    const backwards = pending.map((entry) => entry.index).reverse();
    await shop.sandbox.control.webhooks.flush([...backwards]);
    await shop.sandbox.control.webhooks.setMode({ hold: false, duplicate: 3 });
    await shop.settle();
    await shop.sandbox.control.webhooks.setMode({ duplicate: 1 });
    const paid = await rows(
      "select name from events where metadata ->> 'orderId' = $1 and name in ('order.paid', 'payment.succeeded')",
      [result.orderId],
    );
    expect(paid).toHaveLength(2);
  });
});
