export { type Cart, type CartItem, type CartLine, type CartProblem, isBlocking } from "./cart.ts";
export { type CartQuote, type CartQuoteLine, signedParts } from "./cart-quote.ts";
export { type Carts, createCarts } from "./carts.ts";
export type { FreshCart } from "./freshen-cart.ts";
