import { newId } from "../seeded-random.ts";
import { CardError } from "./card-error.ts";
import { type CardContext, emitCardEvent, unixNow } from "./card-events.ts";
import type { CardBehavior, CardFailure, Charge, PaymentIntent, PaymentMethod } from "./card-state.ts";
import { presentCharge, presentDispute, presentIntent, presentMethod } from "./present-card-objects.ts";

/** How long a bank debit stays in `processing`. */
const bankDebitMs = 1_500;

const failures: Partial<Record<CardBehavior, CardFailure>> = {
  declined: {
    type: "card_error",
    code: "card_declined",
    decline_code: "generic_decline",
    message: "Your card was declined.",
  },
  insufficient_funds: {
    type: "card_error",
    code: "card_declined",
    decline_code: "insufficient_funds",
    message: "Your card has insufficient funds.",
  },
  expired_card: {
    type: "card_error",
    code: "expired_card",
    decline_code: "expired_card",
    message: "Your card has expired.",
  },
};

/** Says that an intent changed, with the intent as it is now. */
export function emitIntent(context: CardContext, type: string, intent: PaymentIntent): void {
  emitCardEvent(context, `payment_intent.${type}`, presentIntent(context.world, intent));
}

function addCharge(
  context: CardContext,
  intent: PaymentIntent,
  method: PaymentMethod,
  status: Charge["status"],
  failure: CardFailure | null,
): Charge {
  const charge: Charge = {
    id: newId("ch"),
    intent: intent.id,
    paymentMethod: method.id,
    amount: intent.amount,
    amountRefunded: 0,
    currency: intent.currency,
    status,
    failure,
    dispute: null,
    metadata: { ...intent.metadata },
    created: unixNow(),
  };
  context.world.state.cards.charges[charge.id] = charge;
  intent.latestCharge = charge.id;
  return charge;
}

function openDispute(context: CardContext, charge: Charge): void {
  const { world } = context;
  const dispute = {
    id: newId("du"),
    charge: charge.id,
    intent: charge.intent,
    amount: charge.amount,
    currency: charge.currency,
    status: "needs_response" as const,
    created: unixNow(),
  };
  world.state.cards.disputes[dispute.id] = dispute;
  charge.dispute = dispute.id;
  emitCardEvent(context, "charge.dispute.created", presentDispute(dispute));
}

function finish(context: CardContext, intent: PaymentIntent, charge: Charge): void {
  charge.status = "succeeded";
  intent.status = "succeeded";
  intent.amountReceived = intent.amount;
  intent.lastError = null;
  intent.settlesAt = null;
  emitCardEvent(context, "charge.succeeded", presentCharge(context.world, charge));
  emitIntent(context, "succeeded", intent);
}

function capture(context: CardContext, intent: PaymentIntent, method: PaymentMethod): void {
  method.consumed = true;
  if (method.behavior === "bank_debit") {
    addCharge(context, intent, method, "pending", null);
    intent.status = "processing";
    intent.settlesAt = Date.now() + bankDebitMs;
    context.world.state.cards.settling.push(intent.id);
    emitIntent(context, "processing", intent);
    return;
  }
  const charge = addCharge(context, intent, method, "succeeded", null);
  finish(context, intent, charge);
  if (method.behavior === "disputed") {
    openDispute(context, charge);
  }
}

function fail(context: CardContext, intent: PaymentIntent, method: PaymentMethod, failure: CardFailure): CardError {
  const { world } = context;
  const charge = failure.type === "card_error" ? addCharge(context, intent, method, "failed", failure) : null;
  intent.status = "requires_payment_method";
  intent.paymentMethod = null;
  intent.lastError = { ...failure, ...(charge ? { charge: charge.id } : {}), paymentMethod: method.id };
  if (charge) {
    emitCardEvent(context, "charge.failed", presentCharge(world, charge));
  }
  emitIntent(context, "payment_failed", intent);
  const body = {
    ...failure,
    ...(charge ? { charge: charge.id } : {}),
    payment_intent: presentIntent(world, intent),
    payment_method: presentMethod(method),
  };
  return new CardError(402, body, true);
}

/** Charges the intent's method: succeeds, asks for authentication, or throws the card error. */
export function attemptPayment(context: CardContext, intent: PaymentIntent, method: PaymentMethod): void {
  intent.paymentMethod = method.id;
  const failure = failures[method.behavior];
  if (failure) {
    throw fail(context, intent, method, failure);
  }
  const demanded = intent.threeDSecure !== undefined && method.type === "card";
  if (method.behavior === "authentication_required" || demanded) {
    intent.status = "requires_action";
    emitIntent(context, "requires_action", intent);
    return;
  }
  capture(context, intent, method);
}

/** What the customer decided on the 3-D Secure page. */
export function finishAuthentication(context: CardContext, intent: PaymentIntent, approved: boolean): void {
  const method = intent.paymentMethod ? context.world.state.cards.methods[intent.paymentMethod] : undefined;
  if (intent.status !== "requires_action" || !method) {
    return;
  }
  if (approved) {
    capture(context, intent, method);
    return;
  }
  fail(context, intent, method, {
    type: "invalid_request_error",
    code: "payment_intent_authentication_failure",
    message:
      "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
  });
}

/** Ends a bank debit that was `processing`. */
export function settleBankDebit(context: CardContext, intent: PaymentIntent): void {
  const charge = intent.latestCharge ? context.world.state.cards.charges[intent.latestCharge] : undefined;
  if (charge) {
    finish(context, intent, charge);
  }
}

/** Ends a dispute the way the bank decided. */
export function closeDispute(context: CardContext, chargeId: string, status: "won" | "lost"): boolean {
  const { cards } = context.world.state;
  const disputeId = cards.charges[chargeId]?.dispute;
  const dispute = disputeId ? cards.disputes[disputeId] : undefined;
  if (dispute?.status !== "needs_response") {
    return false;
  }
  dispute.status = status;
  emitCardEvent(context, "charge.dispute.closed", presentDispute(dispute));
  return true;
}
