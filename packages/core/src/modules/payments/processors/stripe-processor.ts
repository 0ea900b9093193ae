import Stripe from "stripe";
import type { Config } from "#infrastructure/config";
import { DomainError } from "#kernel/domain-error";
import type {
  ChargeRequest,
  PaymentProcessor,
  ProcessorIntent,
  ProcessorMessage,
  ProcessorRefund,
} from "./processor.ts";

/** Stripe, or whatever speaks its wire format at `apiUrl`. */
export function createStripeProcessor(config: Config["processor"]): PaymentProcessor {
  const stripe = new Stripe(config.secretKey, {
    ...endpointOf(config.apiUrl),
    maxNetworkRetries: 1,
    timeout: 20_000,
    telemetry: false,
  });
  return {
    name: "stripe",
    charge: (request) =>
      answering(() =>
        stripe.paymentIntents.create(intentParameters(request), { idempotencyKey: `pay:${request.paymentId}` }),
      ),
    readCard: async (paymentMethodId) => {
      try {
        const { card } = await stripe.paymentMethods.retrieve(paymentMethodId, {}, cardReadOptions);
        return card === undefined ? null : { fingerprint: card.fingerprint ?? null, country: card.country ?? null };
      } catch (error) {
        if (error instanceof Stripe.errors.StripeError) return null;
        throw error;
      }
    },
    read: (intentId) => answering(() => stripe.paymentIntents.retrieve(intentId)),
    cancel: async (intentId) => {
      try {
        return await answering(() => stripe.paymentIntents.cancel(intentId));
      } catch (error) {
        if (error instanceof DomainError && error.code === "payment.processor-unavailable") throw error;
        return answering(() => stripe.paymentIntents.retrieve(intentId));
      }
    },
    refund: async ({ refundId, intentId, amountMinor }) => {
      try {
        const parameters = { payment_intent: intentId, amount: amountMinor, metadata: { refundId } };
        return refundOf(await stripe.refunds.create(parameters, { idempotencyKey: `refund:${refundId}` }));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError) {
          return { id: "", status: "failed", refundId, failure: error.message };
        }
        throw unavailable(error);
      }
    },
    verify: (rawBody, signature) => messageOf(verified(stripe, config.webhookSecret, rawBody, signature)),
  };
}

/** Somebody waits, and knows how to do without. */
const cardReadOptions = { timeout: 2_000, maxNetworkRetries: 0 } as const;

function endpointOf(apiUrl: string | null): Stripe.StripeConfig {
  if (apiUrl === null) return {};
  const url = new URL(apiUrl);
  const protocol = url.protocol === "https:" ? "https" : "http";
  return { host: url.hostname, port: url.port === "" ? (protocol === "https" ? 443 : 80) : Number(url.port), protocol };
}

function intentParameters(request: ChargeRequest): Stripe.PaymentIntentCreateParams {
  return {
    amount: request.amountMinor,
    currency: request.currency.toLowerCase(),
    payment_method: request.paymentMethodId,
    confirm: true,
    metadata: { paymentId: request.paymentId, orderId: request.orderId },
    ...(request.authenticationDemanded ? { payment_method_options: { card: { request_three_d_secure: "any" } } } : {}),
    ...(request.returnUrl === null
      ? { automatic_payment_methods: { enabled: true, allow_redirects: "never" } }
      : { automatic_payment_methods: { enabled: true }, return_url: request.returnUrl }),
  };
}

/** A declined card comes as an error that carries the intent; everything without an intent is no answer. */
async function answering(call: () => Promise<Stripe.PaymentIntent>): Promise<ProcessorIntent> {
  try {
    return intentOf(await call());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError && error.payment_intent !== undefined) {
      return intentOf(error.payment_intent as Stripe.PaymentIntent);
    }
    if (error instanceof Stripe.errors.StripeInvalidRequestError) {
      throw new DomainError("payment.method-unknown", { processorCode: error.code ?? null });
    }
    throw unavailable(error);
  }
}

const unavailable = (error: unknown) =>
  error instanceof DomainError
    ? error
    : new DomainError("payment.processor-unavailable", {
        retryAfterSeconds: 3,
        kind: error instanceof Error ? error.name : "unknown",
      });

const statuses: Readonly<Record<string, ProcessorIntent["status"]>> = {
  requires_action: "requires_action",
  processing: "processing",
  succeeded: "succeeded",
  canceled: "canceled",
  requires_payment_method: "failed",
};

function intentOf(intent: Stripe.PaymentIntent): ProcessorIntent {
  const failure = intent.last_payment_error;
  return {
    id: intent.id,
    status: statuses[intent.status] ?? "processing",
    paymentId: intent.metadata?.paymentId ?? null,
    amountMinor: intent.amount,
    receivedMinor: intent.amount_received,
    currency: intent.currency.toUpperCase(),
    nextActionUrl: intent.next_action?.redirect_to_url?.url ?? null,
    failure:
      failure === null || failure === undefined
        ? null
        : {
            code: failure.decline_code ?? failure.code ?? "declined",
            message: failure.message ?? "The card was declined.",
          },
  };
}

const refundOf = (refund: Stripe.Refund): ProcessorRefund => ({
  id: refund.id,
  status:
    refund.status === "succeeded"
      ? "succeeded"
      : refund.status === "failed" || refund.status === "canceled"
        ? "failed"
        : "pending",
  refundId: refund.metadata?.refundId ?? null,
  failure: refund.failure_reason ?? null,
});

function verified(stripe: Stripe, secret: string, rawBody: Uint8Array, signature: string | null): Stripe.Event {
  try {
    return stripe.webhooks.constructEvent(Buffer.from(rawBody), signature ?? "", secret);
  } catch {
    throw new DomainError("webhook.signature-invalid");
  }
}

function messageOf(event: Stripe.Event): ProcessorMessage {
  const base = { eventId: event.id, type: event.type };
  // Shows the intent as it was before it was confirmed: older than what our own call was answered.
  if (event.type === "payment_intent.created") return { ...base, kind: "other" };
  if (event.type.startsWith("payment_intent.")) {
    return { ...base, kind: "intent", intent: intentOf(event.data.object as Stripe.PaymentIntent) };
  }
  if (event.type === "refund.updated" || event.type === "refund.failed" || event.type === "refund.created") {
    return { ...base, kind: "refund", refund: refundOf(event.data.object as Stripe.Refund) };
  }
  if (event.type === "charge.dispute.created" || event.type === "charge.dispute.closed") {
    return { ...base, kind: "dispute", ...disputeOf(event.data.object as Stripe.Dispute) };
  }
  return { ...base, kind: "other" };
}

function disputeOf(dispute: Stripe.Dispute) {
  const intent = dispute.payment_intent;
  const status = dispute.status === "won" ? "won" : dispute.status === "lost" ? "lost" : "open";
  const dueBy = dispute.evidence_details?.due_by ?? null;
  return {
    disputeId: dispute.id,
    reason: dispute.reason,
    evidenceDueAt: dueBy === null ? null : new Date(dueBy * 1000).toISOString(),
    intentId: typeof intent === "string" ? intent : (intent?.id ?? ""),
    status,
    amountMinor: dispute.amount,
  } as const;
}
