import { newId } from "../seeded-random.ts";
import type { World } from "../world.ts";
import { resourceMissing } from "./card-error.ts";
import { unixNow } from "./card-events.ts";
import type { CardBehavior, PaymentMethod } from "./card-state.ts";

interface TestCard {
  behavior: CardBehavior;
  brand: string;
  last4: string;
  type?: "us_bank_account";
}

/** Stripe's documented test payment methods; each use makes a new payment method of its kind. */
const testMethods: Record<string, TestCard> = {
  pm_card_visa: { behavior: "succeeds", brand: "visa", last4: "4242" },
  pm_card_mastercard: { behavior: "succeeds", brand: "mastercard", last4: "4444" },
  pm_card_chargeDeclined: { behavior: "declined", brand: "visa", last4: "0002" },
  pm_card_visa_chargeDeclined: { behavior: "declined", brand: "visa", last4: "0002" },
  pm_card_chargeDeclinedInsufficientFunds: { behavior: "insufficient_funds", brand: "visa", last4: "9995" },
  pm_card_visa_chargeDeclinedInsufficientFunds: { behavior: "insufficient_funds", brand: "visa", last4: "9995" },
  pm_card_chargeDeclinedExpiredCard: { behavior: "expired_card", brand: "visa", last4: "0069" },
  pm_card_authenticationRequired: { behavior: "authentication_required", brand: "visa", last4: "3155" },
  pm_card_createDispute: { behavior: "disputed", brand: "visa", last4: "0259" },
  pm_card_refundFail: { behavior: "refund_fails", brand: "visa", last4: "5126" },
  pm_card_pendingRefund: { behavior: "refund_pending", brand: "visa", last4: "7726" },
  pm_usBankAccount_success: { behavior: "bank_debit", brand: "bank", last4: "6789", type: "us_bank_account" },
};

/** Stripe's documented test card numbers. Every other number that passes the check digit is declined. */
const testNumbers: Record<string, TestCard> = {
  "4242424242424242": { behavior: "succeeds", brand: "visa", last4: "4242" },
  "5555555555554444": { behavior: "succeeds", brand: "mastercard", last4: "4444" },
  "4000000000000002": { behavior: "declined", brand: "visa", last4: "0002" },
  "4000000000009995": { behavior: "insufficient_funds", brand: "visa", last4: "9995" },
  "4000000000000069": { behavior: "expired_card", brand: "visa", last4: "0069" },
  "4000002500003155": { behavior: "authentication_required", brand: "visa", last4: "3155" },
  "4000000000000259": { behavior: "disputed", brand: "visa", last4: "0259" },
};

interface CardDetails {
  expMonth: number;
  expYear: number;
  name: string | null;
  wallet?: string | null;
}

function storeMethod(world: World, card: TestCard, details: CardDetails): PaymentMethod {
  const method: PaymentMethod = {
    id: newId("pm"),
    behavior: card.behavior,
    type: card.type ?? "card",
    brand: card.brand,
    last4: card.last4,
    ...details,
    created: unixNow(),
    consumed: false,
  };
  world.state.cards.methods[method.id] = method;
  world.changed();
  return method;
}

/** The payment method of an id; a documented test id gives a new method of its kind. */
export function resolveMethod(world: World, id: string): PaymentMethod {
  const card = Object.hasOwn(testMethods, id) ? testMethods[id] : undefined;
  if (card) {
    return storeMethod(world, card, { expMonth: 12, expYear: new Date().getUTCFullYear() + 2, name: null });
  }
  const method = world.state.cards.methods[id];
  if (!method) {
    throw resourceMissing("PaymentMethod", id, "payment_method");
  }
  return method;
}

/** Whether the digits carry a right check digit (Luhn, ISO/IEC 7812-1). */
export function passesCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return /^\d{12,19}$/.test(digits) && sum % 10 === 0;
}

/** Makes a payment method of a typed card number. Only the last four digits are kept. */
export function methodOfCard(world: World, digits: string, details: CardDetails): PaymentMethod {
  const known = Object.hasOwn(testNumbers, digits) ? testNumbers[digits] : undefined;
  const brand = digits.startsWith("4") ? "visa" : digits.startsWith("5") ? "mastercard" : "unknown";
  return storeMethod(world, known ?? { behavior: "declined", brand, last4: digits.slice(-4) }, details);
}
