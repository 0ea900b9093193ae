import * as z from "zod/mini";
import { CartId, CartQuoteId } from "../carts/schemas.ts";
import { endpoint } from "../endpoint.ts";
import { Address, AmountMinor, Email, id, Locale, Money, text } from "../schemas.ts";

const buyers = ["guest", "customer", "service"] as const;

export const CheckoutRequest = z.strictObject({
  cartId: CartId,
  cartQuoteId: CartQuoteId,
  /** The total that was shown; another one is answered with 409 and the new quote. */
  expectedTotalMinor: AmountMinor,
  contact: z.strictObject({ email: Email, name: text(120) }),
  billing: z.strictObject({ company: z.optional(text(120)), taxId: z.optional(text(20)), address: Address }),
  /** The processor's id of a card the shopper entered in the processor's own form. */
  paymentMethodId: text(120),
  consents: z.strictObject({ terms: z.literal(true), earlyStart: z.literal(true) }),
  /** Where the processor sends the browser back to after a bank's own page. */
  returnUrl: z.optional(z.url()),
  notes: z.optional(text(1000)),
  locale: Locale,
});
export type CheckoutRequest = z.infer<typeof CheckoutRequest>;

/**
 * `paid`: the processor says so and the amount matches. `processing`: the processor has not decided; the order's state
 * follows. `requires_action`: send the browser to `nextAction.url`.
 */
export const CheckoutResult = z.strictObject({
  orderId: id("ord"),
  status: z.enum(["paid", "processing", "requires_action"]),
  nextAction: z.nullable(z.strictObject({ url: z.string() })),
  total: Money,
});
export type CheckoutResult = z.infer<typeof CheckoutResult>;

export const PaymentOptions = z.strictObject({
  processor: z.string(),
  /** The processor's own card form, shown in an iframe. */
  cardFormUrl: z.string(),
  testMode: z.boolean(),
});

export const checkout = {
  complete: endpoint({
    method: "POST",
    path: "/checkout",
    summary: "Place the order and pay it; a declined card keeps order and cart, call again with another card and key",
    access: buyers,
    audience: "customer",
    body: CheckoutRequest,
    response: CheckoutResult,
    success: 201,
    idempotency: "required",
    errors: [
      "idempotency.key-required",
      "idempotency.key-invalid",
      "idempotency.key-reused",
      "idempotency.in-progress",
      "cart.not-found",
      "checkout.ownership-required",
      "cart.empty",
      "cart.line-problem",
      "quote.not-found",
      "quote.expired",
      "quote.tampered",
      "quote.total-mismatch",
      "product.sold-out",
      "product.not-published",
      "order.already-placed",
      "risk.refused",
      "payment.declined",
      "payment.method-unknown",
      "payment.processor-unavailable",
    ],
    limitPerMinute: 20,
  }),
  paymentOptions: endpoint({
    method: "GET",
    path: "/checkout/payment-options",
    summary: "How this shop takes payment",
    access: "everyone",
    session: "ignored",
    response: PaymentOptions,
  }),
};
