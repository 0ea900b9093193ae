import type { OperatorOrder, OperatorOrderSummary } from "@smplat/contracts";
import type { AttemptView, AuditEntry, OrderWithLines, OwnershipClaim, Payment } from "@smplat/core";
import { troubleOf } from "@smplat/core";
import type { LoadedOrder } from "../orders/load-order.ts";
import { presentOrder } from "../orders/presenter.ts";
import { attentionOf } from "./order-attention.ts";

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** An order from behind: with its suppliers, payments and audit. */
export function presentOperatorOrder(input: {
  loaded: LoadedOrder;
  attempts: readonly AttemptView[];
  payments: readonly Payment[];
  audit: readonly AuditEntry[];
  claims: ReadonlyMap<string, OwnershipClaim>;
}): OperatorOrder {
  return {
    order: presentOrder(input.loaded),
    ownerId: input.loaded.order.ownerId,
    attempts: input.attempts.map(presentAttempt),
    payments: input.payments.map(presentPayment),
    audit: input.audit.map((entry) => ({
      seq: entry.seq,
      at: entry.at.toISOString(),
      command: entry.command,
      from: entry.fromState,
      to: entry.toState,
      actor: { kind: entry.actor.kind, id: entry.actor.id },
      reason: entry.reason,
    })),
    ownership: [...input.claims].map(([accountId, claim]) => presentOwnership(accountId, claim)),
    allowed: input.loaded.allowed.filter(
      (command) => command === "hold" || command === "resume" || command === "cancel",
    ),
  };
}

function presentOwnership(accountId: string, { claim, proven }: OwnershipClaim): OperatorOrder["ownership"][number] {
  const { evidence, method, expiresAt } = claim;
  // A proof whose time is over, or whose name leads elsewhere by now, still says proven in its row.
  const state = claim.state === "proven" && !proven ? "stale" : claim.state;
  const { place, source, observedAt, rawHash: evidenceHash } = evidence;
  return { accountId, state, method, place, source, observedAt, evidenceHash, expiresAt: expiresAt.toISOString() };
}

const presentAttempt = (attempt: AttemptView): OperatorOrder["attempts"][number] => ({
  id: attempt.id,
  lineId: attempt.lineId,
  provider: { id: attempt.providerId, name: attempt.providerName },
  service: attempt.service,
  reference: attempt.reference,
  externalId: attempt.externalId,
  state: attempt.state,
  cost: attempt.costMinor === null ? null : { amountMinor: attempt.costMinor, currency: attempt.currency },
  submittedAt: instant(attempt.submittedAt),
  lastCheckedAt: instant(attempt.checkedAt),
  ...troubleOf(attempt),
});

function presentPayment(payment: Payment): OperatorOrder["payments"][number] {
  const money = (amountMinor: number) => ({ amountMinor, currency: payment.currency });
  return {
    id: payment.id,
    state: payment.state,
    processorId: payment.processorId,
    authorized: money(payment.authorizedMinor),
    captured: money(payment.capturedMinor),
    refunded: money(payment.refundedMinor),
    failure: payment.failureMessage ?? payment.reviewReason,
    createdAt: payment.createdAt.toISOString(),
  };
}

export function presentOperatorSummary(order: OrderWithLines, now: Date): OperatorOrderSummary {
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    placedAt: order.placedAt.toISOString(),
    updatedAt: order.updatedAt.toISOString(),
    customer: { name: order.contact.name, email: order.contact.email },
    total: { amountMinor: order.totalMinor, currency: order.currency },
    lineCount: order.lines.length,
    firstTitle: order.lines[0]?.product.title ?? { en: "", de: "" },
    attention: attentionOf(order, now),
  };
}
