import type { Currency, Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { type Actor, ownerOf, system } from "#kernel/actor";
import { isDomainError } from "#kernel/domain-error";
import type { CartQuote } from "#modules/carts";
import type { BillingDetails, Contact, NewOrder, OrderWithLines } from "#modules/orders";
import { type Payment, type PaymentCard, paymentDeclined } from "#modules/payments";
import { type Assessment, effectOf, riskRefused } from "#modules/risk";
import { AttemptRefused, assess, reviewReason } from "./assess-checkout.ts";
import { checkOwnership } from "./check-ownership.ts";
import type { CheckoutDeps } from "./checkout.ts";
import { cartQuoteExpired, cartQuoteNotFound, cartQuoteTampered, totalMismatch } from "./checkout-errors.ts";
import { type BillingPlace, quoteCart } from "./quote-cart.ts";
import { isSignedByUs } from "./quote-signature.ts";

export interface CheckoutInput {
  readonly cartId: string;
  readonly cartQuoteId: string;
  readonly expectedTotalMinor: number;
  readonly contact: Contact;
  readonly billing: BillingDetails;
  readonly paymentMethodId: string;
  readonly returnUrl: string | null;
  readonly notes: string | null;
  readonly locale: Locale;
  /** Where the request came from, as far as it is known. */
  readonly origin?: { readonly ip: string; readonly deviceId: string | null };
}

export interface CheckoutOutcome {
  readonly orderId: string;
  readonly status: "paid" | "processing" | "requires_action";
  readonly nextActionUrl: string | null;
  readonly totalMinor: number;
  readonly currency: Currency;
}

/** What step one leaves behind: an order and the attempt to charge, or the answer already. */
type Prepared =
  | {
      readonly kind: "charge";
      readonly payment: Payment;
      readonly totalMinor: number;
      readonly currency: Currency;
      /** Present when this call placed the order. */
      readonly placed?: OrderWithLines;
    }
  | { readonly kind: "answered"; readonly outcome: CheckoutOutcome }
  | { readonly kind: "replace"; readonly orderId: string };

/**
 * Places the order of a cart and pays it. A cart has one live order: called again, from another tab, with another card
 * or after a crash, it goes on with that one. A changed total first cancels the order and its intent.
 *
 * Throws `cart.not-found`, `quote.not-found`, `quote.expired`, `quote.total-mismatch`, `quote.tampered`,
 * `product.sold-out`, `product.not-published`, `checkout.ownership-required`, `risk.refused`, `payment.declined`, `payment.method-unknown`,
 * `payment.processor-unavailable`.
 */
export async function completeCheckout(
  deps: CheckoutDeps,
  actor: Actor,
  input: CheckoutInput,
): Promise<CheckoutOutcome> {
  const card = await deps.payments.readCard(input.paymentMethodId);
  const prepared = await prepare(deps, actor, input, card);
  if (prepared.kind === "answered") return prepared.outcome;
  if (prepared.kind === "replace") {
    await deps.payments.cancelOrder(
      system("checkout.replace-order"),
      prepared.orderId,
      "the cart changed before it was paid",
    );
    // The event of the cancel does this too, but later.
    await deps.database.transaction((tx) => deps.carts.reopen(tx, input.cartId));
    return completeCheckout(deps, actor, input);
  }
  const { payment } = prepared;
  const intent = await deps.payments.charge(payment);
  const applied = await deps.database.transaction(async (tx) => {
    const news = await deps.payments.apply(tx, intent, prepared.placed);
    if (news.payment?.state === "failed") await deps.carts.reopen(tx, input.cartId);
    return news;
  });
  const settled = applied.payment ?? (await deps.payments.find(deps.database, payment.id)) ?? payment;
  if (settled.state === "failed" || settled.state === "canceled")
    throw paymentDeclined(payment.orderId, intent.failure);
  return outcomeOf(prepared, settled);
}

/** The quote no longer holds; the transaction that found out is rolled back before a new one is made. */
class QuoteStale extends Error {
  override readonly name = "QuoteStale";
  readonly refusal: (quote: CartQuote) => Error;
  readonly place: BillingPlace;

  constructor(refusal: (quote: CartQuote) => Error, place: BillingPlace) {
    super("the quote no longer holds");
    this.refusal = refusal;
    this.place = place;
  }
}

async function prepare(
  deps: CheckoutDeps,
  actor: Actor,
  input: CheckoutInput,
  card: PaymentCard | null,
): Promise<Prepared> {
  try {
    return await deps.database.transaction(
      async (tx) => (await place(deps, tx, actor, input, card)) ?? resume(deps, tx, actor, input, card),
    );
  } catch (error) {
    if (error instanceof AttemptRefused) {
      const { attempt, assessment } = error;
      await deps.database.transaction((tx) => deps.risk.recordRefusal(tx, attempt, assessment));
      throw riskRefused();
    }
    if (error instanceof QuoteStale) {
      throw error.refusal(await quoteCart(deps, deps.database, actor, input.cartId, error.place));
    }
    if (!isDomainError(error, "order.already-placed")) throw error;
    return deps.database.transaction((tx) => resume(deps, tx, actor, input, card));
  }
}

/** Places the order of an open cart; null when the cart is taken already. */
async function place(
  deps: CheckoutDeps,
  tx: Tx,
  actor: Actor,
  input: CheckoutInput,
  card: PaymentCard | null,
): Promise<Prepared | null> {
  const { cartId, cartQuoteId } = input;
  const claimed = await deps.carts.claimWithQuote(tx, { cartId, cartQuoteId, ownerId: ownerOf(actor) ?? "" });
  if (claimed === null) return null;
  if (claimed.quote === null) throw cartQuoteNotFound();
  const quote = checkQuote(deps, claimed.quote, claimed.version, input);
  await checkOwnership(deps, tx, quote);
  const assessment = await assess(deps, tx, quote, input, card);
  await deps.catalog.reserve(
    tx,
    quote.lines.map(({ productId, quantity }) => ({ productId, units: quantity })),
  );
  const order = await deps.orders.place(tx, actor, newOrder(deps, quote, input, assessment));
  await deps.risk.record(tx, assessment, order.id);
  return { ...(await charge(deps, tx, order, input, assessment)), placed: order };
}

/** The quote this visitor agreed to, if it still says so and the cart is as it was. */
function checkQuote(deps: CheckoutDeps, quote: CartQuote, cartVersion: number, input: CheckoutInput): CartQuote {
  if (!isSignedByUs(deps.quoteSigningKey, quote)) throw cartQuoteTampered();
  const { billingCountry, taxId } = quote;
  if (quote.expiresAt <= deps.clock.wall() || quote.cartVersion !== cartVersion) {
    throw new QuoteStale(cartQuoteExpired, { billingCountry, taxId });
  }
  const asked = { billingCountry: input.billing.address.country, taxId: input.billing.taxId };
  if (asked.billingCountry !== billingCountry || asked.taxId !== taxId) throw new QuoteStale(totalMismatch, asked);
  if (quote.totalMinor !== input.expectedTotalMinor) throw totalMismatch(quote);
  return quote;
}

function newOrder(deps: CheckoutDeps, quote: CartQuote, input: CheckoutInput, assessment: Assessment): NewOrder {
  const { ownerId, cartId, currency, netMinor, taxMinor, totalMinor } = quote;
  return {
    ownerId,
    cartId,
    currency,
    netMinor,
    taxMinor,
    totalMinor,
    locale: input.locale,
    contact: input.contact,
    billing: input.billing,
    cartQuoteId: quote.id,
    consents: { terms: true, earlyStart: true, at: deps.clock.wall().toISOString() },
    notes: input.notes,
    reviewReason: effectOf(assessment) === "review" ? reviewReason : null,
    lines: quote.lines.map(({ lineId: _, quoteId: __, ...line }) => ({
      ...line,
      socialAccountId: line.platformContext?.accountId ?? null,
    })),
  };
}

/** Goes on with the order this cart already has. */
async function resume(
  deps: CheckoutDeps,
  tx: Tx,
  actor: Actor,
  input: CheckoutInput,
  card: PaymentCard | null,
): Promise<Prepared> {
  const found = await deps.carts.lockWithQuote(tx, input.cartId, input.cartQuoteId);
  const live = await deps.orders.findLiveOfCart(tx, input.cartId);
  // Locked before its payments are read: a capture that commits in between would look like an order that still waits.
  const order = live === null ? null : await deps.orders.findForUpdate(tx, live.id);
  if (found === null || order === null || order.ownerId !== ownerOf(actor)) throw cartQuoteNotFound();
  const { id: orderId, totalMinor, currency } = order;
  if (order.state !== "awaiting_payment") {
    return { kind: "answered", outcome: { orderId, status: "paid", nextActionUrl: null, totalMinor, currency } };
  }
  if (found.quote?.totalMinor !== totalMinor || order.cartQuoteId !== input.cartQuoteId)
    return { kind: "replace", orderId };
  // Taken again when a declined card had given it back: a paid order's cart must not stay open.
  await deps.carts.claimWithQuote(tx, { cartId: input.cartId, cartQuoteId: input.cartQuoteId, ownerId: order.ownerId });
  const [latest] = await deps.payments.list(tx, orderId);
  const open = latest !== undefined && (latest.state === "created" || latest.state === "processing");
  if (open && latest.paymentMethodId === input.paymentMethodId)
    return { kind: "charge", payment: latest, totalMinor, currency };
  if (open || latest?.state === "requires_action") return { kind: "replace", orderId };
  const assessment = await assess(deps, tx, found.quote, input, card);
  // An order is reviewed or not from the moment it is placed.
  if (effectOf(assessment) === "review" && order.reviewReason === null) return { kind: "replace", orderId };
  await deps.risk.record(tx, assessment, order.id);
  return charge(deps, tx, order, input, assessment);
}

async function charge(
  deps: CheckoutDeps,
  tx: Tx,
  order: OrderWithLines,
  input: CheckoutInput,
  assessment: Assessment,
): Promise<Extract<Prepared, { kind: "charge" }>> {
  const payment = await deps.payments.start(tx, {
    orderId: order.id,
    amountMinor: order.totalMinor,
    currency: order.currency,
    paymentMethodId: input.paymentMethodId,
    returnUrl: input.returnUrl,
    authenticationDemanded: effectOf(assessment) === "step-up",
  });
  return { kind: "charge", payment, totalMinor: order.totalMinor, currency: order.currency };
}

function outcomeOf(
  { totalMinor, currency }: { totalMinor: number; currency: Currency },
  payment: Payment,
): CheckoutOutcome {
  const status =
    payment.state === "succeeded" ? "paid" : payment.state === "requires_action" ? "requires_action" : "processing";
  return { orderId: payment.orderId, status, nextActionUrl: payment.nextActionUrl, totalMinor, currency };
}
