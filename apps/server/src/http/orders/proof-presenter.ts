import type { DeliveryProof, LineProof, ProofMetrics, ProofSummary } from "@smplat/contracts";
import type { ProofMetrics as DomainMetrics, LineProofView, OrderProof } from "@smplat/core";
import { presentAccount, presentSnapshot } from "../metrics/presenter.ts";

export const presentProof = (proof: OrderProof): DeliveryProof => ({
  orderId: proof.orderId,
  computedAt: proof.computedAt.toISOString(),
  lines: proof.lines.map(presentLine),
});

function presentLine(line: LineProofView): LineProof {
  const { change, fulfillment } = line;
  return {
    lineId: line.lineId,
    productTitle: line.productTitle,
    account: line.account === null ? null : presentAccount(line.account),
    measured: line.measured,
    baseline: line.baseline === null ? null : presentSnapshot(line.baseline),
    baselineMissing: line.baselineMissing,
    baselineStrength: presentStrength(line.baselineStrength),
    weakBaseline: line.weakBaseline,
    attested: line.attested,
    startedAt: line.startedAt?.toISOString() ?? null,
    completedAt: line.completedAt?.toISOString() ?? null,
    latest: line.latest === null ? null : presentSnapshot(line.latest),
    readings: line.readings.map(presentSnapshot),
    missing: line.missing.map(({ at, reason }) => ({ at: at.toISOString(), reason })),
    change:
      change === null
        ? null
        : {
            observed: change.observed,
            expectedOrganic: change.expectedOrganic,
            lift: change.lift,
            low: change.low,
            high: change.high,
            sampleSize: change.sampleSize,
          },
    forecast: line.forecast.map(({ at, expected, low, high }) => ({ at: at.toISOString(), expected, low, high })),
    label: line.label,
    explanation: line.explanation,
    fulfillment: {
      ordered: fulfillment.ordered,
      delivered: fulfillment.delivered,
      unit: fulfillment.unit,
      percent: fulfillment.percent,
    },
  };
}

export const presentStrength = (strength: LineProofView["baselineStrength"]) =>
  strength === null ? null : { readings: strength.readings, spanHours: strength.spanHours };

/** The few numbers a card or a product page shows. */
export function presentSummary(metrics: DomainMetrics): ProofSummary {
  const { fulfillmentPercent: spread } = metrics;
  return {
    sampleSize: metrics.sampleSize,
    medianFulfillmentPercent: spread?.median ?? null,
    interquartileRange: spread === null ? null : { low: spread.low, high: spread.high },
    onTimePercent: metrics.onTimePercent,
    computedAt: metrics.computedAt?.toISOString() ?? null,
  };
}

export function presentMetrics(metrics: DomainMetrics): ProofMetrics {
  const { fulfillmentPercent: share, lift, labels } = metrics;
  return {
    productId: metrics.productId,
    sampleSize: metrics.sampleSize,
    minimumSample: metrics.minimumSample,
    fulfillmentPercent: share === null ? null : { median: share.median, low: share.low, high: share.high },
    lift: lift === null ? null : { median: lift.median, low: lift.low, high: lift.high, sampleSize: lift.sampleSize },
    onTimePercent: metrics.onTimePercent,
    labels: {
      attributed: labels.attributed,
      consistentWith: labels.consistent_with,
      inconclusive: labels.inconclusive,
      contradicts: labels.contradicts,
      notYetKnown: labels.not_yet_known,
    },
    computedAt: metrics.computedAt?.toISOString() ?? null,
  };
}
