import { system } from "#kernel/actor";
import type { ReceiptProof } from "#modules/billing";
import type { DeliveryProof, LineProofView } from "#modules/delivery-proof";

/** Lends the receipt the proof of a module that stands above billing. */
export function receiptProof(deliveryProof: DeliveryProof): ReceiptProof {
  return async (scope, orderId, locale) => {
    const proof = await deliveryProof.getForOrder(scope, system("billing.issue-receipt"), orderId, locale);
    return { lines: proof.lines.map(receiptLine) };
  };
}

function receiptLine({ lineId, productTitle: title, change, label, explanation, ...line }: LineProofView) {
  const { unit, ordered, delivered } = line.fulfillment;
  return {
    ...{ lineId, title, unit, ordered, delivered, label, explanation },
    baseline: readingOf(line.baseline),
    latest: readingOf(line.latest),
    missing: line.baselineMissing,
    change:
      change === null
        ? null
        : {
            observed: change.observed,
            lift: change.lift,
            low: change.low,
            high: change.high,
            sampleSize: change.sampleSize,
          },
  };
}

const readingOf = (reading: LineProofView["baseline"]) =>
  reading === null
    ? null
    : { followers: reading.followers, takenAt: reading.takenAt.toISOString(), source: reading.source };
