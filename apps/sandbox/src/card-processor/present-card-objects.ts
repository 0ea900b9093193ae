import { createHash } from "node:crypto";
import type { World } from "../world.ts";
import type { Charge, Dispute, PaymentIntent, PaymentMethod, Refund } from "./card-state.ts";

/**
 * The same for the same card. Here the documented test numbers stand for everybody's cards, so a typed card is told
 * apart by its wallet, or else its holder, and its end as well, and each use of a test id is a card of its own.
 */
function cardFingerprint({ id, brand, last4, expMonth, expYear, name, wallet }: PaymentMethod): string {
  const holder = wallet ?? name?.trim().toLowerCase();
  const card = holder ? [brand, last4, expMonth, expYear, holder].join(" ") : id;
  return createHash("sha256").update(card).digest("base64url").slice(0, 16);
}

/** A payment method as `GET /v1/payment_methods/:id` shows it. */
export function presentMethod(method: PaymentMethod): Record<string, unknown> {
  const details =
    method.type === "card"
      ? {
          card: {
            brand: method.brand,
            display_brand: method.brand,
            last4: method.last4,
            exp_month: method.expMonth,
            exp_year: method.expYear,
            country: "DE",
            fingerprint: cardFingerprint(method),
            funding: "credit",
            checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
            networks: { available: [method.brand], preferred: null },
            three_d_secure_usage: { supported: true },
            wallet: null,
          },
        }
      : { us_bank_account: { bank_name: "Sandbox Bank", last4: method.last4, account_type: "checking" } };
  return {
    id: method.id,
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: { address: null, email: null, name: method.name, phone: null, tax_id: null },
    ...details,
    created: method.created,
    customer: null,
    livemode: false,
    metadata: {},
    type: method.type,
  };
}

function presentLastError(world: World, intent: PaymentIntent): unknown {
  if (!intent.lastError) {
    return null;
  }
  const { paymentMethod, ...failure } = intent.lastError;
  const method = paymentMethod ? world.state.cards.methods[paymentMethod] : undefined;
  return {
    ...failure,
    doc_url: `https://stripe.com/docs/error-codes/${failure.code}`,
    ...(method ? { payment_method: presentMethod(method) } : {}),
  };
}

/** Where the customer proves that they are the card's holder. */
export function threeDSecureUrl(world: World, intent: PaymentIntent): string {
  return `${world.publicUrl}/3d-secure/${intent.id}?client_secret=${intent.clientSecret}`;
}

function presentNextAction(world: World, intent: PaymentIntent): unknown {
  if (intent.status !== "requires_action") {
    return null;
  }
  return {
    type: "redirect_to_url",
    redirect_to_url: { url: threeDSecureUrl(world, intent), return_url: intent.returnUrl },
  };
}

/** A payment intent with every member the SDK's type declares and the sandbox can know. */
export function presentIntent(world: World, intent: PaymentIntent, expand: string[] = []): Record<string, unknown> {
  const { charges, methods } = world.state.cards;
  const charge = intent.latestCharge ? charges[intent.latestCharge] : undefined;
  const method = intent.paymentMethod ? methods[intent.paymentMethod] : undefined;
  return {
    id: intent.id,
    object: "payment_intent",
    amount: intent.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: intent.amountReceived,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: intent.automatic
      ? { enabled: intent.automatic.enabled, allow_redirects: intent.automatic.allowRedirects }
      : null,
    canceled_at: intent.canceledAt,
    cancellation_reason: intent.cancellationReason,
    capture_method: "automatic_async",
    client_secret: intent.clientSecret,
    confirmation_method: "automatic",
    created: intent.created,
    currency: intent.currency,
    customer: null,
    description: intent.description,
    last_payment_error: presentLastError(world, intent),
    latest_charge: charge && expand.includes("latest_charge") ? presentCharge(world, charge) : intent.latestCharge,
    livemode: false,
    metadata: intent.metadata,
    next_action: presentNextAction(world, intent),
    on_behalf_of: null,
    payment_method: method && expand.includes("payment_method") ? presentMethod(method) : intent.paymentMethod,
    payment_method_options: { card: { request_three_d_secure: intent.threeDSecure ?? "automatic" } },
    payment_method_types: intent.paymentMethodTypes,
    processing: null,
    receipt_email: intent.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: intent.status,
    transfer_data: null,
    transfer_group: null,
  };
}

function presentOutcome(charge: Charge): Record<string, unknown> {
  return charge.failure
    ? {
        network_status: "declined_by_network",
        reason: charge.failure.decline_code ?? charge.failure.code,
        risk_level: "normal",
        seller_message: "The bank did not return any further details with this decline.",
        type: "issuer_declined",
      }
    : {
        network_status: "approved_by_network",
        reason: null,
        risk_level: "normal",
        seller_message: "Payment complete.",
        type: "authorized",
      };
}

/** A charge as Stripe shows it. */
export function presentCharge(world: World, charge: Charge): Record<string, unknown> {
  const method = world.state.cards.methods[charge.paymentMethod];
  const shown = method ? presentMethod(method) : undefined;
  const captured = charge.status === "succeeded";
  return {
    id: charge.id,
    object: "charge",
    amount: charge.amount,
    amount_captured: captured ? charge.amount : 0,
    amount_refunded: charge.amountRefunded,
    balance_transaction: captured ? `txn_${charge.id.slice(3)}` : null,
    billing_details: shown?.billing_details ?? null,
    calculated_statement_descriptor: "SMPLAT SANDBOX",
    captured,
    created: charge.created,
    currency: charge.currency,
    customer: null,
    description: null,
    disputed: charge.dispute !== null,
    failure_balance_transaction: null,
    failure_code: charge.failure?.code ?? null,
    failure_message: charge.failure?.message ?? null,
    livemode: false,
    metadata: charge.metadata,
    outcome: charge.status === "pending" ? null : presentOutcome(charge),
    paid: charge.status !== "failed",
    payment_intent: charge.intent,
    payment_method: charge.paymentMethod,
    payment_method_details: method ? { type: method.type, [method.type]: shown?.[method.type] } : null,
    receipt_email: null,
    receipt_url: `${world.publicUrl}/payments#${charge.id}`,
    refunded: captured && charge.amountRefunded === charge.amount,
    status: charge.status,
  };
}

/** A refund as Stripe shows it. */
export function presentRefund(world: World, refund: Refund, expand: string[] = []): Record<string, unknown> {
  const { charges, intents } = world.state.cards;
  const charge = expand.includes("charge") ? charges[refund.charge] : undefined;
  const intent = expand.includes("payment_intent") ? intents[refund.intent] : undefined;
  return {
    id: refund.id,
    object: "refund",
    amount: refund.amount,
    balance_transaction: `txn_${refund.id.slice(3)}`,
    charge: charge ? presentCharge(world, charge) : refund.charge,
    created: refund.created,
    currency: refund.currency,
    destination_details: { card: { type: "refund" }, type: "card" },
    ...(refund.failureReason ? { failure_reason: refund.failureReason } : {}),
    metadata: refund.metadata,
    payment_intent: intent ? presentIntent(world, intent) : refund.intent,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
  };
}

/** A dispute as Stripe shows it. */
export function presentDispute(dispute: Dispute): Record<string, unknown> {
  return {
    id: dispute.id,
    object: "dispute",
    amount: dispute.amount,
    balance_transactions: [],
    charge: dispute.charge,
    created: dispute.created,
    currency: dispute.currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {
      due_by: dispute.created + 9 * 86_400,
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: dispute.intent,
    reason: "fraudulent",
    status: dispute.status,
  };
}
