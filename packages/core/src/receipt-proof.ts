import { system } from "#kernel/actor";
import type { ReceiptProof } from "#modules/billing";
import type { DeliveryProof, LineProofView } from "#modules/delivery-proof";
import type { Receipt, Receipts } from "#modules/receipts";

/**
 * Lends the receipt the proof of modules that stand above billing. What is printed is signed in the same transaction, so
 * paper and file carry the same digest.
 */
export function receiptProof(above: {
  readonly deliveryProof: DeliveryProof;
  readonly receipts: Receipts;
  readonly verifyUrl: string;
}): ReceiptProof {
  return async (tx, orderId, locale) => {
    const signed = await above.receipts.issueForOrder(tx, orderId);
    const proof = await above.deliveryProof.getForOrder(tx, system("billing.issue-receipt"), orderId, locale);
    const newest = new Map(signed.map((receipt) => [receipt.lineId, receipt]));
    return {
      verifyUrl: above.verifyUrl,
      lines: proof.lines.map((line) => ({ ...receiptLine(line), signed: signatureOf(newest.get(line.lineId)) })),
    };
  };
}

function signatureOf(receipt: Receipt | undefined) {
  if (receipt === undefined) return undefined;
  const { digest, keyId, document } = receipt;
  const { outcome: policyOutcome, checkedAt: policyCheckedAt, guaranteeDays, thresholdPercent } = document.policy;
  return { digest, keyId, policyOutcome, policyCheckedAt, guaranteeDays, thresholdPercent };
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
