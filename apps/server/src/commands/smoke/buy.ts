import type { Order } from "@smplat/contracts";
import { inWords, type Journey, type Priced } from "./journey.ts";
import { expectTruth } from "./untruth.ts";
import { waitUntil } from "./wait-until.ts";

const paidTimeoutMs = 60_000;
const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether buying here moves no real money: test keys, and a card form that this very machine serves. */
export async function isSandbox({ shopper }: Journey): Promise<boolean> {
  const { testMode, cardFormUrl } = await shopper.api.checkout.paymentOptions({});
  return testMode && loopbackHosts.has(new URL(cardFormUrl).hostname);
}

/** Pays the cart, asks again with the same key, and waits until the processor has confirmed. */
export async function buy(journey: Journey, priced: Priced): Promise<Order> {
  const { shopper, protocol } = journey;
  let orderId = "";
  await protocol.step("Checkout", async () => {
    const request = checkoutRequest(journey, priced);
    const result = await shopper.api.checkout.complete(request);
    expectTruth(result.status !== "requires_action", "a card that needs no bank page", result.nextAction?.url ?? "");
    expectTruth(
      result.total.amountMinor === priced.total.total.amountMinor,
      `a charge of ${inWords(priced.total.total)}`,
      inWords(result.total),
    );
    const again = await shopper.api.checkout.complete(request);
    expectTruth(again.orderId === result.orderId, "the same order for the same key", again.orderId);
    orderId = result.orderId;
    return `${result.orderId}: ${result.status}, and the same answer to the same key`;
  });
  return waitForPayment(journey, priced, orderId);
}

async function waitForPayment({ shopper, protocol }: Journey, priced: Priced, orderId: string): Promise<Order> {
  const seen: { order: Order | null } = { order: null };
  await protocol.step("Paid", async (note) => {
    const order = await waitUntil({
      what: "a paid order",
      timeoutMs: paidTimeoutMs,
      everyMs: 500,
      read: () => shopper.api.orders.get({ params: { orderId } }),
      holds: ({ paidAt, number }) => paidAt !== null && number !== null,
      describe: ({ state, payment }) => `${state}, payment ${payment?.state ?? "none"}`,
      note,
    });
    expectTruth(order.payment?.state === "succeeded", "a payment that succeeded", order.payment);
    expectTruth(
      order.totals.gross.amountMinor === priced.total.total.amountMinor,
      `an order over ${inWords(priced.total.total)}`,
      inWords(order.totals.gross),
    );
    seen.order = order;
    return `order ${order.number}, ${inWords(order.totals.gross)}`;
  });
  expectTruth(seen.order !== null, "an order", "none");
  return seen.order;
}

function checkoutRequest({ options }: Journey, { total }: Priced) {
  return {
    body: {
      cartId: total.cartId,
      cartQuoteId: total.id,
      expectedTotalMinor: total.total.amountMinor,
      contact: { email: options.email, name: "Smoke Test" },
      billing: { address: { line1: "Beispielweg 1", city: "Berlin", postalCode: "10115", country: "DE" } },
      paymentMethodId: options.paymentMethod,
      consents: { terms: true, earlyStart: true },
      notes: "Placed by the smoke test.",
      locale: "en",
    },
    idempotencyKey: crypto.randomUUID(),
  } as const;
}
