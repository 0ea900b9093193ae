import type { LineActions, LineDelivery, OperatorRefund, OperatorSupport, OrderSupport } from "@smplat/contracts";
import type { AfterSales, LineRefills, PaperListing, Refund } from "@smplat/core";
import { scheduledUnits } from "@smplat/core";
import { presentLineRefills } from "../refills/presenter.ts";

type DeliveryLine = AfterSales["lines"][number];
const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Refunds, disputes and plans as the buyer sees them: no reason of staff, no word of the processor or a supplier. */
export function presentOrderSupport(sales: AfterSales, now: Date): OrderSupport {
  return {
    refunds: sales.refunds.map((refund) => ({
      id: refund.id,
      state: refund.state,
      amount: { amountMinor: refund.amountMinor, currency: refund.currency },
      lines: partsOf(refund),
      requestedAt: refund.createdAt.toISOString(),
      updatedAt: refund.updatedAt.toISOString(),
    })),
    disputes: sales.disputes.map(({ state, amountMinor, currency, openedAt, closedAt }) => ({
      state,
      amount: { amountMinor, currency },
      openedAt: openedAt.toISOString(),
      closedAt: instant(closedAt),
    })),
    lines: sales.lines.map((line) => presentDelivery(line, now)),
  };
}

const partsOf = (refund: Refund) =>
  refund.lines.map(({ lineId, amountMinor }) => ({ lineId, amount: { amountMinor, currency: refund.currency } }));

function presentDelivery(line: DeliveryLine, now: Date): LineDelivery {
  return {
    lineId: line.id,
    pacing:
      line.pacing === null
        ? null
        : {
            startsAt: line.pacing.startsAt,
            endsAt: line.pacing.endsAt,
            unitsPerDay: line.pacing.unitsPerDay,
            scheduledUnits: scheduledUnits(line.pacing, line.orderedUnits, now),
          },
    lateSince: instant(line.lateSince),
    expectedAt: instant(line.expectedAt),
  };
}

export function presentOperatorRefund(refund: Refund, papers: readonly PaperListing[]): OperatorRefund {
  return {
    id: refund.id,
    state: refund.state,
    amount: { amountMinor: refund.amountMinor, currency: refund.currency },
    lines: partsOf(refund),
    reason: refund.reason,
    failure: refund.failure,
    processorId: refund.processorId,
    creditNote: papers.find((paper) => paper.refundId === refund.id)?.number ?? null,
    requestedAt: refund.createdAt.toISOString(),
    updatedAt: refund.updatedAt.toISOString(),
  };
}

export function presentOperatorSupport(input: {
  readonly sales: AfterSales;
  readonly papers: readonly PaperListing[];
  readonly refills: readonly LineRefills[];
  readonly limitMinor: number | null;
  readonly now: Date;
}): OperatorSupport {
  const { sales, papers, refills, limitMinor, now } = input;
  return {
    refunds: sales.refunds.map((refund) => presentOperatorRefund(refund, papers)),
    disputes: sales.disputes.map((dispute) => ({
      id: dispute.id,
      state: dispute.state,
      amount: { amountMinor: dispute.amountMinor, currency: dispute.currency },
      lost: { amountMinor: dispute.lostMinor, currency: dispute.currency },
      reason: dispute.reason,
      processorId: dispute.processorId,
      evidenceDueAt: instant(dispute.evidenceDueAt),
      openedAt: dispute.openedAt.toISOString(),
      closedAt: instant(dispute.closedAt),
    })),
    lines: refills.map((claim) => presentActions(sales, claim, now)),
    refundLimit: limitMinor === null ? null : { amountMinor: limitMinor, currency: sales.order.currency },
  };
}

const unnamed = { en: "", de: "" } as const;
const cancelable: ReadonlySet<string> = new Set(["awaiting_baseline", "ready", "failed", "accepted", "delivering"]);

/** A line nobody works on yet has no plan, and its money can be returned all the same. */
function presentActions(sales: AfterSales, claim: LineRefills, now: Date): LineActions {
  const line = sales.lines.find((candidate) => candidate.id === claim.lineId);
  const bought = sales.order.lines.find((candidate) => candidate.id === claim.lineId);
  const unplanned = { lineId: claim.lineId, pacing: null, lateSince: null, expectedAt: null };
  return {
    ...(line === undefined ? unplanned : presentDelivery(line, now)),
    title: bought?.product.title ?? unnamed,
    unit: bought?.product.unit ?? unnamed,
    ordered: bought?.quantity ?? 0,
    delivered: bought?.deliveredUnits ?? 0,
    state: bought?.state ?? null,
    refundable: { amountMinor: refundableMinor(sales, claim.lineId), currency: sales.order.currency },
    excludedProviders: line?.excludedProviders.length ?? 0,
    submitNotBefore: instant(line?.submitNotBefore ?? null),
    can: { replay: line?.state === "failed", cancel: line !== undefined && cancelable.has(line.state) },
    refills: presentLineRefills(claim),
  };
}

function refundableMinor({ order, disputes }: AfterSales, lineId: string): number {
  const line = order.lines.find((candidate) => candidate.id === lineId);
  const disputed = disputes.some((dispute) => dispute.state === "open");
  if (line === undefined || disputed || order.capturedMinor === 0) return 0;
  return line.netMinor + line.taxMinor - line.refundedMinor - line.refundReservedMinor;
}
