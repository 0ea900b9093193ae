export { type Checkout, createCheckout } from "./checkout.ts";
export type { CheckoutInput, CheckoutOutcome } from "./complete-checkout.ts";
export type { BillingPlace } from "./quote-cart.ts";
