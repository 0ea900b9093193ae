import { DomainError } from "#kernel/domain-error";

/** No such cart, or not this visitor's. */
export const cartNotFound = () => new DomainError("cart.not-found");

/** The cart was ordered or merged; it takes no more changes. */
export const cartClosed = () => new DomainError("cart.closed");

/** No such line in this cart. */
export const cartLineNotFound = (lineId: string) => new DomainError("cart.line-not-found", { lineId });

/** The quote is in another currency than the cart. */
export const cartCurrencyMismatch = (currency: string) => new DomainError("cart.currency-mismatch", { currency });

/** The cart holds as many lines as it may. */
export const cartFull = () => new DomainError("cart.too-many-lines", { linesMax });

/** No such quote, or not this visitor's. */
export const quoteNotFound = () => new DomainError("quote.not-found");

/** The stored quote is not what was signed: somebody changed its row. */
export const quoteTampered = () => new DomainError("quote.tampered");

/** The quote's 30 minutes are over. */
export const quoteExpired = () => new DomainError("quote.expired");

export const linesMax = 50;
