import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { QuoteId } from "../quotes/schemas.ts";
import { Country, Currency, Locale } from "../schemas.ts";
import { Cart, CartId, CartLineId, CartQuote, CartQuoteRequest } from "./schemas.ts";

const buyers = ["anonymous", "guest", "customer", "service"] as const;
const view = z.strictObject({ locale: z.optional(Locale), country: z.optional(Country) });
const line = z.strictObject({ cartId: CartId, lineId: CartLineId });

export const carts = {
  create: endpoint({
    method: "POST",
    path: "/carts",
    summary: "Start a cart; one you already have in that currency is returned instead",
    access: buyers,
    audience: "customer",
    query: view,
    body: z.strictObject({ currency: Currency }),
    response: Cart,
    success: 201,
  }),
  current: endpoint({
    method: "GET",
    path: "/carts/current",
    summary: "The open cart of this visitor",
    access: buyers,
    audience: "customer",
    query: view,
    response: Cart,
    errors: ["cart.not-found"],
    limitPerMinute: 300,
  }),
  get: endpoint({
    method: "GET",
    path: "/carts/{cartId}",
    summary: "A cart with its lines, problems and totals",
    access: buyers,
    audience: "customer",
    params: z.strictObject({ cartId: CartId }),
    query: view,
    response: Cart,
    errors: ["cart.not-found"],
    limitPerMinute: 300,
  }),
  addLine: endpoint({
    method: "POST",
    path: "/carts/{cartId}/lines",
    summary: "Add a quoted line; the same quote twice adds it once, the same configuration adds to its quantity",
    access: buyers,
    audience: "customer",
    params: z.strictObject({ cartId: CartId }),
    query: view,
    body: z.strictObject({ quoteId: QuoteId }),
    response: Cart,
    success: 201,
    errors: [
      "cart.not-found",
      "cart.closed",
      "cart.currency-mismatch",
      "cart.too-many-lines",
      "quote.not-found",
      "quote.tampered",
      "quote.expired",
      "selection.invalid",
    ],
  }),
  changeLine: endpoint({
    method: "PATCH",
    path: "/carts/{cartId}/lines/{lineId}",
    summary: "Set the quantity of a line; it is priced anew",
    access: buyers,
    audience: "customer",
    params: line,
    query: view,
    body: z.strictObject({ quantity: z.int().check(z.minimum(1), z.maximum(1_000_000)) }),
    response: Cart,
    errors: ["cart.not-found", "cart.closed", "cart.line-not-found", "selection.invalid"],
  }),
  removeLine: endpoint({
    method: "DELETE",
    path: "/carts/{cartId}/lines/{lineId}",
    summary: "Take a line out",
    access: buyers,
    audience: "customer",
    params: line,
    query: view,
    response: Cart,
    errors: ["cart.not-found", "cart.closed", "cart.line-not-found"],
  }),
  quote: endpoint({
    method: "POST",
    path: "/carts/{cartId}/quote",
    summary: "The binding total for a billing country, honoured for 30 minutes",
    access: buyers,
    audience: "customer",
    params: z.strictObject({ cartId: CartId }),
    body: CartQuoteRequest,
    response: CartQuote,
    success: 201,
    errors: ["cart.not-found", "cart.closed", "cart.empty", "cart.line-problem", "checkout.ownership-required"],
  }),
};
