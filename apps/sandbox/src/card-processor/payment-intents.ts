import { type FormRecord, formList, formRecord, formText } from "../http/parse-form.ts";
import { newId } from "../seeded-random.ts";
import type { World } from "../world.ts";
import { CardError, invalidParameter, resourceMissing } from "./card-error.ts";
import { type CardContext, unixNow } from "./card-events.ts";
import type { IntentStatus, Metadata, PaymentIntent } from "./card-state.ts";
import { resolveMethod } from "./payment-methods.ts";
import { presentIntent } from "./present-card-objects.ts";
import { attemptPayment, emitIntent } from "./settle-payment.ts";

const maxAmountMinor = 99_999_999;
const cancellationReasons = ["duplicate", "fraudulent", "requested_by_customer", "abandoned"];

/** The intent of an id, or Stripe's 404. */
export function findIntent(world: World, id: string): PaymentIntent {
  const intent = world.state.cards.intents[id];
  if (!intent) {
    throw resourceMissing("payment_intent", id, "intent");
  }
  return intent;
}

/** Metadata as Stripe merges it: an empty value removes the key. */
export function mergeMetadata(current: Metadata, form: FormRecord): Metadata {
  const entries = Object.entries(formRecord(form, "metadata")).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const tooLong = entries.find(([key, value]) => key.length > 40 || value.length > 500);
  if (tooLong) {
    throw invalidParameter("metadata", `Metadata key or value is too long: ${tooLong[0].slice(0, 60)}`);
  }
  const merged = Object.fromEntries([...Object.entries(current), ...entries].filter(([, value]) => value !== ""));
  for (const [key, value] of entries) {
    if (value === "") {
      delete merged[key];
    }
  }
  if (Object.keys(merged).length > 50) {
    throw invalidParameter("metadata", "You can have at most 50 metadata keys.");
  }
  return merged;
}

/** An integer amount in minor units, checked as Stripe checks it. */
export function readAmount(form: FormRecord): number | undefined {
  const text = formText(form, "amount");
  if (text === undefined) {
    return undefined;
  }
  if (!/^-?\d+$/.test(text)) {
    throw invalidParameter("amount", `Invalid integer: ${text}`, "parameter_invalid_integer");
  }
  const amount = Number(text);
  if (amount < 1) {
    throw invalidParameter("amount", "This value must be greater than or equal to 1.", "parameter_invalid_integer");
  }
  if (amount > maxAmountMinor) {
    throw invalidParameter("amount", "Amount must be no more than 99999999.", "amount_too_large");
  }
  return amount;
}

function readCurrency(form: FormRecord): string | undefined {
  const currency = formText(form, "currency")?.toLowerCase();
  if (currency !== undefined && !/^[a-z]{3}$/.test(currency)) {
    throw invalidParameter("currency", `Invalid currency: ${currency}.`);
  }
  return currency;
}

function missing(param: string): CardError {
  return invalidParameter(param, `Missing required param: ${param}.`, "parameter_missing");
}

function unexpectedState(world: World, intent: PaymentIntent, verb: string, allowed: string): CardError {
  return new CardError(
    400,
    {
      type: "invalid_request_error",
      code: "payment_intent_unexpected_state",
      message: `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${verb === "confirm" ? "confirmed" : `${verb}ed`}: ${allowed}.`,
      payment_intent: presentIntent(world, intent),
    },
    true,
  );
}

function readAutomatic(form: FormRecord, types: string[]): PaymentIntent["automatic"] {
  const given = formRecord(form, "automatic_payment_methods");
  // Since API version 2023-08-16 automatic payment methods are on unless types are listed.
  const enabled = formText(given, "enabled") === "true" || (types.length === 0 && Object.keys(given).length === 0);
  return enabled
    ? { enabled, allowRedirects: formText(given, "allow_redirects") === "never" ? "never" : "always" }
    : null;
}

function readThreeDSecure(form: FormRecord): Pick<PaymentIntent, "threeDSecure"> {
  const card = formRecord(formRecord(form, "payment_method_options"), "card");
  const asked = formText(card, "request_three_d_secure") ?? "automatic";
  if (asked === "automatic") {
    return {};
  }
  if (asked === "any" || asked === "challenge") {
    return { threeDSecure: asked };
  }
  throw invalidParameter(
    "payment_method_options[card][request_three_d_secure]",
    `Invalid request_three_d_secure: must be one of any, automatic, or challenge`,
  );
}

/** POST /v1/payment_intents. */
export function createIntent(context: CardContext, form: FormRecord): PaymentIntent {
  const { world } = context;
  const amount = readAmount(form);
  const currency = readCurrency(form);
  if (amount === undefined) {
    throw missing("amount");
  }
  if (currency === undefined) {
    throw missing("currency");
  }
  const confirming = formText(form, "confirm") === "true";
  if (formText(form, "return_url") && !confirming) {
    throw invalidParameter(
      "return_url",
      "The parameter `return_url` cannot be passed when creating a PaymentIntent unless `confirm` is set to true.",
    );
  }
  const methodId = formText(form, "payment_method");
  const method = methodId ? resolveMethod(world, methodId) : undefined;
  const types = formList(form, "payment_method_types");
  const id = newId("pi");
  const intent: PaymentIntent = {
    id,
    amount,
    amountReceived: 0,
    currency,
    status: method ? "requires_confirmation" : "requires_payment_method",
    clientSecret: newId(`${id}_secret`),
    created: unixNow(),
    canceledAt: null,
    cancellationReason: null,
    description: formText(form, "description") ?? null,
    receiptEmail: formText(form, "receipt_email") ?? null,
    metadata: mergeMetadata({}, form),
    automatic: readAutomatic(form, types),
    paymentMethodTypes: types.length > 0 ? types : ["card"],
    paymentMethod: method?.id ?? null,
    latestCharge: null,
    lastError: null,
    returnUrl: null,
    settlesAt: null,
    ...readThreeDSecure(form),
  };
  if (confirming) {
    checkConfirmable(world, intent, form);
  }
  world.state.cards.intents[id] = intent;
  emitIntent(context, "created", intent);
  if (confirming) {
    confirmIntent(context, intent, form);
  }
  return intent;
}

function checkConfirmable(world: World, intent: PaymentIntent, form: FormRecord): void {
  const confirmable: IntentStatus[] = ["requires_payment_method", "requires_confirmation", "requires_action"];
  if (!confirmable.includes(intent.status)) {
    throw unexpectedState(world, intent, "confirm", confirmable.join(", "));
  }
  const redirects = intent.automatic?.allowRedirects === "always";
  if (redirects && !formText(form, "return_url") && !intent.returnUrl) {
    throw invalidParameter(
      "return_url",
      "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
    );
  }
}

/** POST /v1/payment_intents/:id/confirm. Throws the card error when the card is refused. */
export function confirmIntent(context: CardContext, intent: PaymentIntent, form: FormRecord): PaymentIntent {
  const { world } = context;
  checkConfirmable(world, intent, form);
  const methodId = formText(form, "payment_method") ?? intent.paymentMethod;
  if (!methodId) {
    throw new CardError(400, {
      type: "invalid_request_error",
      code: "payment_intent_unexpected_state",
      message:
        "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.",
      payment_intent: presentIntent(world, intent),
    });
  }
  const method = resolveMethod(world, methodId);
  if (method.consumed) {
    throw invalidParameter(
      "payment_method",
      "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.",
      "payment_method_unexpected_state",
    );
  }
  intent.returnUrl = formText(form, "return_url") ?? intent.returnUrl;
  attemptPayment(context, intent, method);
  return intent;
}

/** POST /v1/payment_intents/:id. */
export function updateIntent(context: CardContext, intent: PaymentIntent, form: FormRecord): PaymentIntent {
  const { world } = context;
  const amount = readAmount(form);
  const currency = readCurrency(form);
  const methodId = formText(form, "payment_method");
  const open = intent.status === "requires_payment_method" || intent.status === "requires_confirmation";
  if (!open && (amount !== undefined || currency !== undefined || methodId !== undefined)) {
    throw unexpectedState(world, intent, "updat", "requires_payment_method, requires_confirmation");
  }
  intent.metadata = mergeMetadata(intent.metadata, form);
  intent.amount = amount ?? intent.amount;
  intent.currency = currency ?? intent.currency;
  intent.description = formText(form, "description") ?? intent.description;
  intent.receiptEmail = formText(form, "receipt_email") ?? intent.receiptEmail;
  if (methodId) {
    intent.paymentMethod = resolveMethod(world, methodId).id;
    intent.status = "requires_confirmation";
  }
  world.changed();
  return intent;
}

/** POST /v1/payment_intents/:id/cancel. */
export function cancelIntent(context: CardContext, intent: PaymentIntent, form: FormRecord): PaymentIntent {
  const allowed: IntentStatus[] = ["requires_payment_method", "requires_confirmation", "requires_action", "processing"];
  const reason = formText(form, "cancellation_reason");
  if (reason && !cancellationReasons.includes(reason)) {
    throw invalidParameter(
      "cancellation_reason",
      `Invalid cancellation_reason: must be one of ${cancellationReasons.join(", ")}`,
    );
  }
  // A bank debit under way can no longer be called back.
  if (!allowed.includes(intent.status) || intent.status === "processing") {
    throw unexpectedState(context.world, intent, "cancel", allowed.join(", "));
  }
  intent.status = "canceled";
  intent.canceledAt = unixNow();
  intent.cancellationReason = reason ?? null;
  emitIntent(context, "canceled", intent);
  return intent;
}
