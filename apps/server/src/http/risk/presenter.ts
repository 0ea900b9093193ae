import type { RiskAssessment, RiskListEntry } from "@smplat/contracts";
import type { RiskEntry, RiskReviewItem } from "@smplat/core";

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** An assessment with its reasons, for staff. Keys stay where they are. */
export function presentAssessment({ assessment, order, refusal, audit }: RiskReviewItem): RiskAssessment {
  const kinds = new Set(assessment.keys.map(({ kind }) => kind));
  return {
    id: assessment.id,
    at: assessment.at.toISOString(),
    decision: assessment.decision,
    enforced: assessment.enforced,
    rule: assessment.rule,
    posterior: assessment.posterior,
    contributions: assessment.contributions.map(({ signal, bits, value }) => ({ signal, bits, value })),
    listable: (["email", "card", "network"] as const).filter((kind) => kinds.has(kind)),
    review: assessment.review,
    version: assessment.version,
    order:
      order === null
        ? null
        : {
            id: order.id,
            number: order.number,
            state: order.state,
            total: { amountMinor: order.totalMinor, currency: order.currency },
            buyer: { name: order.contact.name, email: order.contact.email },
          },
    refusal: refusal === null ? null : presentRefusal(refusal),
    network: assessment.network,
    decidable: assessment.review === "open" && order !== null && order.state !== "awaiting_payment",
    audit: audit.map(({ at, actor, action, reason }) => ({
      at: at.toISOString(),
      actor: { kind: actor.kind, id: actor.id },
      action,
      reason,
    })),
  };
}

function presentRefusal(refusal: NonNullable<RiskReviewItem["refusal"]>): NonNullable<RiskAssessment["refusal"]> {
  const { reference, email, totalMinor: amountMinor, currency, products } = refusal;
  return {
    reference,
    email,
    total: { amountMinor, currency },
    products: products.map(({ title, quantity }) => ({ title: { en: title.en, de: title.de }, quantity })),
  };
}

export function presentEntry(entry: RiskEntry): RiskListEntry {
  return {
    id: entry.id,
    list: entry.list,
    kind: entry.kind,
    network: entry.network,
    note: entry.note,
    actor: { kind: entry.actor.kind, id: entry.actor.id },
    createdAt: entry.createdAt.toISOString(),
    expiresAt: instant(entry.expiresAt),
    removedAt: instant(entry.removedAt),
  };
}
