import { type FormRecord, formText } from "../http/parse-form.ts";
import { newId } from "../seeded-random.ts";
import { CardError, invalidParameter, resourceMissing } from "./card-error.ts";
import { type CardContext, emitCardEvent, unixNow } from "./card-events.ts";
import type { Charge, Refund } from "./card-state.ts";
import { findIntent, mergeMetadata, readAmount } from "./payment-intents.ts";
import { presentCharge, presentRefund } from "./present-card-objects.ts";

/** How long a test refund that changes later keeps its first status. */
const refundMs = 1_500;
const reasons = ["duplicate", "fraudulent", "requested_by_customer"];

function refundedCharge(context: CardContext, form: FormRecord): Charge {
  const { cards } = context.world.state;
  const intentId = formText(form, "payment_intent");
  const chargeId =
    formText(form, "charge") ?? (intentId ? findIntent(context.world, intentId).latestCharge : undefined);
  if (chargeId === undefined) {
    throw invalidParameter(
      "payment_intent",
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  const charge = chargeId ? cards.charges[chargeId] : undefined;
  if (chargeId && !charge) {
    throw resourceMissing("charge", chargeId, "charge");
  }
  if (charge?.status !== "succeeded") {
    throw new CardError(
      400,
      {
        type: "invalid_request_error",
        message: `This PaymentIntent (${intentId ?? charge?.intent}) does not have a successful charge to refund.`,
        param: "payment_intent",
      },
      true,
    );
  }
  return charge;
}

function checkRefundable(context: CardContext, charge: Charge, amount: number): void {
  const refuse = (code: string, message: string) =>
    new CardError(400, { type: "invalid_request_error", code, message, param: "amount" }, true);
  const dispute = charge.dispute ? context.world.state.cards.disputes[charge.dispute] : undefined;
  if (dispute && dispute.status !== "won") {
    throw refuse("charge_disputed", `Charge ${charge.id} has been charged back; cannot issue a refund.`);
  }
  const remaining = charge.amount - charge.amountRefunded;
  if (remaining === 0) {
    throw refuse("charge_already_refunded", `Charge ${charge.id} has already been refunded.`);
  }
  if (amount > remaining) {
    throw refuse(
      "amount_too_large",
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${remaining})`,
    );
  }
}

/** POST /v1/refunds. */
export function createRefund(context: CardContext, form: FormRecord): Refund {
  const { world } = context;
  const { cards } = world.state;
  const reason = formText(form, "reason");
  if (reason && !reasons.includes(reason)) {
    throw invalidParameter("reason", `Invalid reason: must be one of ${reasons.join(", ")}`);
  }
  const asked = readAmount(form);
  const charge = refundedCharge(context, form);
  const amount = asked ?? Math.max(1, charge.amount - charge.amountRefunded);
  checkRefundable(context, charge, amount);
  const behavior = cards.methods[charge.paymentMethod]?.behavior;
  const changesLater = behavior === "refund_fails" || behavior === "refund_pending";
  const refund: Refund = {
    id: newId("re"),
    charge: charge.id,
    intent: charge.intent,
    amount,
    currency: charge.currency,
    status: behavior === "refund_pending" ? "pending" : "succeeded",
    reason: reason ?? null,
    failureReason: null,
    metadata: mergeMetadata({}, form),
    created: unixNow(),
    settlesAt: changesLater ? Date.now() + refundMs : null,
  };
  cards.refunds[refund.id] = refund;
  if (changesLater) {
    cards.settling.push(refund.id);
  }
  charge.amountRefunded += amount;
  emitCardEvent(context, "refund.created", presentRefund(world, refund));
  emitCardEvent(context, "charge.refunded", presentCharge(world, charge));
  if (refund.status === "succeeded") {
    emitCardEvent(context, "refund.updated", presentRefund(world, refund));
  }
  return refund;
}

/** Moves a refund of the test methods `pm_card_refundFail` and `pm_card_pendingRefund` to its last status. */
export function settleRefund(context: CardContext, refund: Refund): void {
  const { world } = context;
  const charge = world.state.cards.charges[refund.charge];
  refund.settlesAt = null;
  if (refund.status === "pending") {
    refund.status = "succeeded";
    emitCardEvent(context, "refund.updated", presentRefund(world, refund));
    return;
  }
  refund.status = "failed";
  refund.failureReason = "lost_or_stolen_card";
  if (charge) {
    charge.amountRefunded -= refund.amount;
  }
  emitCardEvent(context, "refund.failed", presentRefund(world, refund));
  emitCardEvent(context, "refund.updated", presentRefund(world, refund));
}
