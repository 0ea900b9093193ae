import type { ContentfulStatusCode } from "hono/utils/http-status";

/** The members of Stripe's error object the sandbox uses. */
export interface CardErrorBody {
  type: "invalid_request_error" | "card_error" | "idempotency_error" | "api_error";
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  charge?: string;
  doc_url?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
}

/** An answer in Stripe's error shape. `executed` tells whether a keyed retry must see the same answer again. */
export class CardError extends Error {
  readonly status: ContentfulStatusCode;
  readonly body: CardErrorBody;
  readonly executed: boolean;

  constructor(status: ContentfulStatusCode, body: CardErrorBody, executed = false) {
    super(body.message);
    this.status = status;
    this.body = body.code ? { ...body, doc_url: `https://stripe.com/docs/error-codes/${body.code}` } : body;
    this.executed = executed;
  }
}

/** 400: a parameter is missing or wrong. Never saved under an idempotency key. */
export function invalidParameter(param: string, message: string, code?: string): CardError {
  return new CardError(400, { type: "invalid_request_error", message, param, ...(code ? { code } : {}) });
}

/** 404 in Stripe's words. */
export function resourceMissing(kind: string, id: string, param = "id"): CardError {
  return new CardError(404, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${kind}: '${id}'`,
    param,
  });
}
