import type { Tx } from "#infrastructure/database";
import type { CartQuote } from "#modules/carts";
import type { PaymentCard } from "#modules/payments";
import { type Assessment, type CheckoutAttempt, effectOf } from "#modules/risk";
import type { CheckoutDeps } from "./checkout.ts";
import type { CheckoutInput } from "./complete-checkout.ts";

/** What an order says that waits for a person because of its score; why is told in the queue. */
export const reviewReason = "risk review";

/** The attempt is not to become an order; the transaction that found out is rolled back before it is written down. */
export class AttemptRefused extends Error {
  override readonly name = "AttemptRefused";
  readonly attempt: CheckoutAttempt;
  readonly assessment: Assessment;

  constructor(attempt: CheckoutAttempt, assessment: Assessment) {
    super("the attempt is refused");
    this.attempt = attempt;
    this.assessment = assessment;
  }
}

/** Judges the attempt, in the transaction that is to place its order. Throws {@link AttemptRefused}. */
export async function assess(
  deps: CheckoutDeps,
  tx: Tx,
  quote: CartQuote,
  input: CheckoutInput,
  card: PaymentCard | null,
): Promise<Assessment> {
  const { line1, postalCode, country } = input.billing.address;
  const accountIds = [...new Set(quote.lines.flatMap(({ platformContext }) => platformContext?.accountId ?? []))];
  const attempt: CheckoutAttempt = {
    cartId: quote.cartId,
    ownerId: quote.ownerId,
    paymentMethodId: input.paymentMethodId,
    card,
    email: input.contact.email,
    address: { line1, postalCode, country },
    ip: input.origin?.ip ?? null,
    deviceId: input.origin?.deviceId ?? quote.ownerId,
    accountIds,
    totalMinor: quote.totalMinor,
    currency: quote.currency,
    products: quote.lines.map(({ product, quantity }) => ({ title: product.title, quantity })),
    hasProvenChannels: async () =>
      (await deps.channelOwnership.findProven(tx, quote.ownerId, accountIds)).size === accountIds.length,
  };
  const assessment = await deps.risk.assess(tx, attempt);
  if (effectOf(assessment) === "block") throw new AttemptRefused(attempt, assessment);
  return assessment;
}
