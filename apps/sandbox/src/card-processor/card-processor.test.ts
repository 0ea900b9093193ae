import Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../start-sandbox.ts";
import { callJson } from "../testing/call-json.ts";
import { type RequestRecorder, recordRequests } from "../testing/record-requests.ts";

const secret = "whsec_sandbox_test";
let sandbox: Sandbox;
let receiver: RequestRecorder;
let stripe: Stripe;

beforeAll(async () => {
  receiver = await recordRequests();
  sandbox = await startSandbox({ webhooks: { stripe: { url: receiver.url, secret } } });
  stripe = new Stripe("sk_test_sandbox", {
    host: "127.0.0.1",
    port: sandbox.port,
    protocol: "http",
    maxNetworkRetries: 0,
    timeout: 2_000,
  });
});

afterAll(async () => {
  await sandbox.stop();
  await receiver.stop();
});

beforeEach(async () => {
  await control("/reset", "POST");
  receiver.requests.length = 0;
  receiver.statuses.length = 0;
});

async function control(path: string, method: string, json?: unknown): Promise<void> {
  const { status } = await callJson(`${sandbox.url}/control${path}`, { method, json });
  expect(status).toBeLessThan(300);
}

async function received(): Promise<Stripe.Event[]> {
  await control("/tick", "POST");
  return receiver.requests.map(({ body, headers }) =>
    stripe.webhooks.constructEvent(body, headers["stripe-signature"] ?? "", secret),
  );
}

function pay(method: string, options?: Stripe.RequestOptions): Promise<Stripe.Response<Stripe.PaymentIntent>> {
  return stripe.paymentIntents.create(
    {
      amount: 4_900,
      currency: "eur",
      payment_method: method,
      confirm: true,
      return_url: "http://localhost:3000/done?order=1",
      automatic_payment_methods: { enabled: true },
      metadata: { attempt: "att_1" },
    },
    options,
  );
}

async function failureOf(promise: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await promise.then(() => undefined).catch((caught: unknown) => caught);
  if (!(error instanceof Stripe.errors.StripeError)) {
    throw new Error("a Stripe error was expected");
  }
  return error;
}

describe("payments", () => {
  test("a good card pays in full and tells so in signed webhooks", async () => {
    const intent = await pay("pm_card_visa");
    expect(intent).toMatchObject({ status: "succeeded", amount_received: 4_900, metadata: { attempt: "att_1" } });
    expect(intent.lastResponse.requestId).toMatch(/^req_/);
    const events = await received();
    expect(events.map((event) => event.type)).toEqual(
      expect.arrayContaining(["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"]),
    );
  });

  test("creating first and confirming later gives the same result", async () => {
    const created = await stripe.paymentIntents.create({
      amount: 1_200,
      currency: "eur",
      metadata: { a: "1", b: "2" },
    });
    expect(created.status).toBe("requires_payment_method");
    const updated = await stripe.paymentIntents.update(created.id, { amount: 1_500, metadata: { b: "" } });
    expect(updated).toMatchObject({ amount: 1_500, metadata: { a: "1" } });
    const paid = await stripe.paymentIntents.confirm(created.id, {
      payment_method: "pm_card_mastercard",
      return_url: "http://localhost:3000/done",
      expand: ["latest_charge"],
    });
    expect(paid.status).toBe("succeeded");
    expect(paid.latest_charge).toMatchObject({ object: "charge", paid: true, amount: 1_500 });
  });

  test("confirming without a return address is refused while redirects are possible", async () => {
    const created = await stripe.paymentIntents.create({ amount: 1_200, currency: "eur" });
    const error = await failureOf(stripe.paymentIntents.confirm(created.id, { payment_method: "pm_card_visa" }));
    expect(error).toMatchObject({ statusCode: 400, param: "return_url" });
  });

  test.each([
    ["pm_card_chargeDeclined", "card_declined", "generic_decline"],
    ["pm_card_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card"],
  ])("%s is refused with 402 and the intent asks for another card", async (method, code, declineCode) => {
    const error = await failureOf(pay(method));
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error).toMatchObject({ statusCode: 402, code, decline_code: declineCode });
    const intent = await stripe.paymentIntents.retrieve(error.payment_intent?.id ?? "");
    expect(intent.status).toBe("requires_payment_method");
    expect(intent.last_payment_error?.code).toBe(code);
    expect((await received()).map((event) => event.type)).toContain("payment_intent.payment_failed");
    const again = await stripe.paymentIntents.confirm(intent.id, {
      payment_method: "pm_card_visa",
      return_url: "http://localhost:3000/done",
    });
    expect(again.status).toBe("succeeded");
  });

  test.each([
    ["approve", "succeeded", "succeeded"],
    ["decline", "failed", "requires_payment_method"],
  ])("3-D Secure: %s sends the customer back with redirect_status %s", async (decision, redirectStatus, status) => {
    const intent = await pay("pm_card_authenticationRequired");
    expect(intent.status).toBe("requires_action");
    const address = new URL(intent.next_action?.redirect_to_url?.url ?? "");
    const page = `${sandbox.url}${address.pathname}`;
    const shown = await fetch(`${page}${address.search}`);
    expect(await shown.text()).toContain("49.00 EUR");
    const answer = await fetch(page, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ client_secret: intent.client_secret ?? "", decision }).toString(),
    });
    const back = new URL(answer.headers.get("location") ?? "");
    expect(back.origin + back.pathname).toBe("http://localhost:3000/done");
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      order: "1",
      payment_intent: intent.id,
      redirect_status: redirectStatus,
    });
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe(status);
  });

  test("a canceled payment cannot be confirmed and a paid one cannot be canceled", async () => {
    const open = await stripe.paymentIntents.create({ amount: 1_200, currency: "eur" });
    const canceled = await stripe.paymentIntents.cancel(open.id, { cancellation_reason: "abandoned" });
    expect(canceled).toMatchObject({ status: "canceled", cancellation_reason: "abandoned" });
    const paid = await pay("pm_card_visa");
    const error = await failureOf(stripe.paymentIntents.cancel(paid.id));
    expect(error).toMatchObject({ statusCode: 400, code: "payment_intent_unexpected_state" });
    expect(error.payment_intent?.status).toBe("succeeded");
  });

  test("a disputed charge says so and can be lost", async () => {
    const intent = await pay("pm_card_createDispute");
    await control(`/stripe/disputes/${String(intent.latest_charge)}/close`, "POST", { status: "lost" });
    const types = (await received()).map((event) => event.type);
    expect(types).toEqual(expect.arrayContaining(["charge.dispute.created", "charge.dispute.closed"]));
    const charge = await stripe.charges.retrieve(String(intent.latest_charge));
    expect(charge.disputed).toBe(true);
  });

  test("a wrong key is 401 and an unknown intent 404, both in Stripe's shape", async () => {
    const stranger = new Stripe("sk_test_wrong", { host: "127.0.0.1", port: sandbox.port, protocol: "http" });
    expect(await failureOf(stranger.paymentIntents.retrieve("pi_x"))).toMatchObject({ statusCode: 401 });
    expect(await failureOf(stripe.paymentIntents.retrieve("pi_x"))).toMatchObject({ code: "resource_missing" });
  });
});

describe("refunds", () => {
  test("parts add up to the charge and not a cent more", async () => {
    const intent = await pay("pm_card_visa");
    const first = await stripe.refunds.create({ payment_intent: intent.id, amount: 900, metadata: { refund: "r1" } });
    expect(first).toMatchObject({ status: "succeeded", amount: 900, metadata: { refund: "r1" } });
    const tooMuch = await failureOf(stripe.refunds.create({ payment_intent: intent.id, amount: 4_001 }));
    expect(tooMuch).toMatchObject({ statusCode: 400, param: "amount" });
    await stripe.refunds.create({ payment_intent: intent.id });
    const again = await failureOf(stripe.refunds.create({ payment_intent: intent.id }));
    expect(again.code).toBe("charge_already_refunded");
    const listed = await stripe.refunds.list({ payment_intent: intent.id });
    expect(listed.data.map((refund) => refund.amount)).toEqual([4_000, 900]);
    expect((await stripe.charges.retrieve(String(intent.latest_charge))).refunded).toBe(true);
    const types = (await received()).map((event) => event.type);
    expect(types).toEqual(expect.arrayContaining(["charge.refunded", "refund.updated"]));
  });
});

describe("idempotency", () => {
  test("the same key and parameters charge once and replay the first answer", async () => {
    const first = await pay("pm_card_visa", { idempotencyKey: "pay:1" });
    const second = await pay("pm_card_visa", { idempotencyKey: "pay:1" });
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
  });

  test("a declined card stays declined under its key", async () => {
    const first = await failureOf(pay("pm_card_chargeDeclined", { idempotencyKey: "pay:2" }));
    const second = await failureOf(pay("pm_card_chargeDeclined", { idempotencyKey: "pay:2" }));
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id);
  });

  test("the same key with other parameters is an idempotency error", async () => {
    await pay("pm_card_visa", { idempotencyKey: "pay:3" });
    const error = await failureOf(pay("pm_card_mastercard", { idempotencyKey: "pay:3" }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  });

  test("a refused parameter is not remembered under its key", async () => {
    const create = (amount: number) =>
      stripe.paymentIntents.create({ amount, currency: "eur" }, { idempotencyKey: "pay:4" });
    expect(await failureOf(create(0))).toMatchObject({ statusCode: 400 });
    expect((await create(100)).amount).toBe(100);
  });

  test("an answer lost after success is found again under the same key", async () => {
    await control("/stripe", "PUT", { mode: "timeout-after-success", hangMs: 50 });
    const options = { idempotencyKey: "pay:5" };
    const lost = await stripe.paymentIntents
      .create({ amount: 700, currency: "eur" }, { ...options, maxNetworkRetries: 0 })
      .catch((error: unknown) => error);
    await control("/stripe", "PUT", { mode: "normal" });
    const found = await stripe.paymentIntents.create({ amount: 700, currency: "eur" }, options);
    expect((await stripe.paymentIntents.list()).data.map((intent) => intent.id)).toEqual([found.id]);
    // The SDK repeats a cut connection once by itself, which the key makes harmless.
    expect(lost instanceof Error || (lost as Stripe.PaymentIntent).id === found.id).toBe(true);
  });
});

describe("events and webhooks", () => {
  test("events are listed newest first and by time", async () => {
    await pay("pm_card_visa");
    const all = await stripe.events.list({ limit: 2, created: { gte: Math.floor(Date.now() / 1000) - 60 } });
    expect(all.has_more).toBe(true);
    expect(all.data[0]?.type).toBe("payment_intent.succeeded");
    const next = await stripe.events.list({ limit: 2, starting_after: all.data[1]?.id ?? "" });
    expect(next.data.map((event) => event.type)).toEqual(["payment_intent.created"]);
    expect((await stripe.events.retrieve(all.data[0]?.id ?? "")).id).toBe(all.data[0]?.id);
    const none = await stripe.events.list({ created: { gte: Math.floor(Date.now() / 1000) + 60 } });
    expect(none.data).toEqual([]);
  });

  test("a delivery answered with an error is sent again with a fresh signature", async () => {
    receiver.statuses.push(500);
    await stripe.paymentIntents.create({ amount: 700, currency: "eur" });
    await control("/tick", "POST");
    expect(receiver.requests).toHaveLength(1);
    await control("/webhooks/flush", "POST");
    const [first, second] = await received();
    expect(second?.id).toBe(first?.id);
  });

  test("held deliveries come in the order asked for, and duplicates come twice", async () => {
    await control("/webhook-mode", "PUT", { hold: true });
    await pay("pm_card_visa");
    expect(await received()).toEqual([]);
    await control("/webhooks/flush", "POST", { order: [2, 0, 1] });
    const types = receiver.requests.map(({ body }) => (JSON.parse(body) as { type: string }).type);
    expect(types).toEqual(["payment_intent.succeeded", "payment_intent.created", "charge.succeeded"]);
    receiver.requests.length = 0;
    await control("/webhook-mode", "PUT", { hold: false, duplicate: 1 });
    await stripe.paymentIntents.create({ amount: 700, currency: "eur" });
    expect(await received()).toHaveLength(2);
  });

  test("webhook-first: the shop hears of the payment before its own call returns", async () => {
    await control("/stripe", "PUT", { mode: "webhook-first" });
    await pay("pm_card_visa");
    expect(receiver.requests).toHaveLength(3);
  });
});

describe("card form", () => {
  test("it may be framed by the given parent alone and turns a test card into a payment method", async () => {
    const page = await fetch(`${sandbox.url}/card-form?parent=http://localhost:3000&locale=de&theme=dark`);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors http://localhost:3000");
    expect(await page.text()).toContain('lang="de" data-theme="dark"');
    const made = await callJson<{ id: string }>(`${sandbox.url}/card-form/payment-methods`, {
      method: "POST",
      json: { number: "4000000000009995", expMonth: 12, expYear: 2032, cvc: "123", name: "Ada" },
    });
    const error = await failureOf(pay(made.body.id));
    expect(error.decline_code).toBe("insufficient_funds");
    const method = await stripe.paymentMethods.retrieve(made.body.id);
    expect(method.card?.last4).toBe("9995");
  });

  test("a method that paid once cannot pay again", async () => {
    const made = await callJson<{ id: string }>(`${sandbox.url}/card-form/payment-methods`, {
      method: "POST",
      json: { number: "4242424242424242", expMonth: 12, expYear: 2032, cvc: "123", name: "Ada" },
    });
    expect((await pay(made.body.id)).status).toBe("succeeded");
    expect(await failureOf(pay(made.body.id))).toMatchObject({ statusCode: 400, param: "payment_method" });
  });

  test("without a parent it does not open, and a mistyped number makes nothing", async () => {
    expect((await fetch(`${sandbox.url}/card-form`)).status).toBe(400);
    const made = await callJson(`${sandbox.url}/card-form/payment-methods`, {
      method: "POST",
      json: { number: "4242424242424241", expMonth: 12, expYear: 2032, cvc: "123", name: "Ada" },
    });
    expect(made.status).toBe(402);
  });
});
