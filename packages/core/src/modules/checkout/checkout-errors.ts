import { DomainError } from "#kernel/domain-error";
import type { CartProblem, CartQuote, CartQuoteLine } from "#modules/carts";

/** There is nothing in the cart. */
export const cartEmpty = () => new DomainError("cart.empty");

/** At least one line can't be bought as it is. */
export const lineProblems = (problems: readonly CartProblem[]) =>
  new DomainError("cart.line-problem", { problems: problems.map(({ lineId, code }) => ({ lineId, code })) });

/**
 * A product is sold only for a channel that is proven to be the buyer's, and these lines' channels are not. `channels`
 * names them; `accountId` is null where no channel was chosen.
 */
export const ownershipRequired = (lines: readonly Pick<CartQuoteLine, "lineId" | "platformContext">[]) =>
  new DomainError("checkout.ownership-required", {
    channels: lines.map(({ lineId, platformContext }) => {
      const { platform = null, handle = null, accountId = null } = platformContext ?? {};
      return { lineId, platform, handle, accountId };
    }),
  });

/** No such cart quote for this visitor's cart. */
export const cartQuoteNotFound = () => new DomainError("quote.not-found");

/** The quote's time is over or the cart changed since; the new one is in `quote`. */
export const cartQuoteExpired = (quote: CartQuote) => new DomainError("quote.expired", { newQuote: totalOf(quote) });

/** The visitor was shown another total than the quote's; the quote is in `quote`. */
export const totalMismatch = (quote: CartQuote) =>
  new DomainError("quote.total-mismatch", { newQuote: totalOf(quote) });

/** The stored quote does not carry our signature. */
export const cartQuoteTampered = () => new DomainError("quote.tampered");

const totalOf = (quote: CartQuote) => ({
  id: quote.id,
  total: { amountMinor: quote.totalMinor, currency: quote.currency },
  expiresAt: quote.expiresAt.toISOString(),
});
