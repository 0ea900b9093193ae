import { endpoint } from "../endpoint.ts";
import { LineQuote, QuoteRequest } from "./schemas.ts";

export const quotes = {
  create: endpoint({
    method: "POST",
    path: "/quotes",
    summary: "The price of one configured product, honoured for 30 minutes",
    access: ["anonymous", "guest", "customer", "operator", "admin", "service"],
    audience: "customer",
    body: QuoteRequest,
    response: LineQuote,
    success: 201,
    errors: [
      "product.not-found",
      "product.not-published",
      "selection.invalid",
      "selection.platform-not-eligible",
      "channel.not-found",
      "money.out-of-range",
    ],
  }),
};
