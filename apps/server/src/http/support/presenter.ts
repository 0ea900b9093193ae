import type { LineActions, LineDelivery, OperatorRefund, OperatorSupport, OrderSupport } from "@smplat/contracts";
import type { AfterSales, LineRefills, OrderLine, Refund } from "@smplat/core";
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

export function presentOperatorRefund(refund: Refund): OperatorRefund {
  return {
    id: refund.id,
    state: refund.state,
    amount: { amountMinor: refund.amountMinor, currency: refund.currency },
    lines: partsOf(refund),
    reason: refund.reason,
    failure: refund.failure,
    processorId: refund.processorId,
    requestedAt: refund.createdAt.toISOString(),
    updatedAt: refund.updatedAt.toISOString(),
  };
}

export function presentOperatorSupport(input: {
  readonly sales: AfterSales;
  readonly refills: readonly LineRefills[];
  readonly limitMinor: number | null;
  readonly now: Date;
}): OperatorSupport {
  const { sales, refills, limitMinor, now } = input;
  const { order } = sales;
  return {
    refunds: sales.refunds.map(presentOperatorRefund),
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
    lines: order.lines.flatMap((orderLine) => {
      const line = sales.lines.find((candidate) => candidate.id === orderLine.id);
      const claim = refills.find((candidate) => candidate.lineId === orderLine.id);
      return line === undefined || claim === undefined ? [] : [presentActions(sales, orderLine, line, claim, now)];
    }),
    refundLimit: limitMinor === null ? null : { amountMinor: limitMinor, currency: order.currency },
  };
}

const cancelable: ReadonlySet<string> = new Set(["awaiting_baseline", "ready", "failed", "accepted", "delivering"]);

function presentActions(
  { order, disputes }: AfterSales,
  orderLine: OrderLine,
  line: DeliveryLine,
  claim: LineRefills,
  now: Date,
): LineActions {
  const gross = orderLine.netMinor + orderLine.taxMinor;
  const disputed = disputes.some((dispute) => dispute.state === "open");
  const left = gross - orderLine.refundedMinor - orderLine.refundReservedMinor;
  return {
    ...presentDelivery(line, now),
    refundable: { amountMinor: disputed || order.capturedMinor === 0 ? 0 : left, currency: order.currency },
    excludedProviders: line.excludedProviders.length,
    submitNotBefore: instant(line.submitNotBefore),
    can: { replay: line.state === "failed", cancel: cancelable.has(line.state) },
    refills: presentLineRefills(claim),
  };
}
