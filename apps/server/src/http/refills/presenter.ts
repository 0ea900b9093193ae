import type { LineRefills, OperatorRefill, Refill } from "@smplat/contracts";
import type { LineRefills as DomainLine, Refill as DomainRefill } from "@smplat/core";

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** A refill as its buyer sees it: never what the supplier said. */
export function presentRefill(refill: DomainRefill): Refill {
  return {
    id: refill.id,
    lineId: refill.lineId,
    state: refill.state,
    automatic: refill.origin === "system",
    units: refill.units,
    requestedAt: refill.requestedAt.toISOString(),
    decidedAt: instant(refill.decidedAt),
    declineReason: refill.state === "declined" ? refill.decisionReason : null,
    submittedAt: instant(refill.submittedAt),
    closedAt: instant(refill.closedAt),
  };
}

export function presentLineRefills(line: DomainLine): LineRefills {
  const { eligibility } = line;
  return {
    lineId: line.lineId,
    eligible: eligibility.eligible,
    why: eligibility.eligible ? null : eligibility.why,
    missingUnits: eligibility.eligible ? eligibility.missingUnits : 0,
    windowEndsAt: instant(line.windowEndsAt),
    thresholdPercent: line.thresholdPercent,
    refills: line.refills.map(presentRefill),
  };
}

export function presentOperatorRefill(refill: DomainRefill): OperatorRefill {
  const { subject } = refill;
  return {
    id: refill.id,
    order: { id: refill.orderId, number: subject.orderNumber },
    lineId: refill.lineId,
    title: subject.title,
    unit: subject.unit,
    channel: subject.platform === null ? null : { platform: subject.platform, handle: subject.handle },
    state: refill.state,
    origin: refill.origin,
    units: refill.units,
    orderedUnits: refill.orderedUnits,
    note: refill.note,
    requestedBy: { kind: refill.requestedBy.kind, id: refill.requestedBy.id },
    requestedAt: refill.requestedAt.toISOString(),
    windowEndsAt: refill.windowEndsAt.toISOString(),
    decidedBy: refill.decidedBy === null ? null : { kind: refill.decidedBy.kind, id: refill.decidedBy.id },
    decidedAt: instant(refill.decidedAt),
    decisionReason: refill.decisionReason,
    submits: refill.submits,
    lastError: refill.lastError,
    submittedAt: instant(refill.submittedAt),
    closedAt: instant(refill.closedAt),
    outcome: refill.outcome,
  };
}
