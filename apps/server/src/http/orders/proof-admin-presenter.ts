import type { InspectedReading, LineInspection, ProofErasure, ProofInspection } from "@smplat/contracts";
import type { LineInspection as DomainInspection, Erasure, ProofMetrics } from "@smplat/core";
import { presentSnapshot } from "../metrics/presenter.ts";
import { presentMetrics, presentStrength } from "./proof-presenter.ts";

/** An order's proof from behind, for staff. */
export const presentInspection = (
  orderId: string,
  inspectedAt: Date,
  lines: readonly DomainInspection[],
  erasure: Erasure | null,
): ProofInspection => ({
  orderId,
  inspectedAt: inspectedAt.toISOString(),
  erasure: erasure === null ? null : presentErasure(erasure),
  lines: lines.map(presentLine),
});

export const presentErasure = ({ at, actor, reason, erased }: Erasure): ProofErasure => ({
  ...{ at: at.toISOString(), by: actor.id ?? actor.kind },
  ...{ reason, erased },
});

function presentLine({ proof, ...line }: DomainInspection): LineInspection {
  const { label, finding } = proof.assessment;
  return {
    lineId: proof.lineId,
    title: line.title,
    channel: line.channel,
    measured: line.measured,
    state: proof.state,
    deadlineAt: proof.deadlineAt.toISOString(),
    startedAt: proof.startedAt?.toISOString() ?? null,
    dueAt: proof.dueAt?.toISOString() ?? null,
    completedAt: proof.completedAt?.toISOString() ?? null,
    baseline: line.baseline === null ? null : presentSnapshot(line.baseline),
    baselineMissing: proof.baselineMissing,
    baselineStrength: presentStrength(proof.baselineStrength),
    weakBaseline: line.weakBaseline,
    attested: proof.attested,
    ...{ label, finding, explanation: line.explanation },
    change: presentChange(proof.assessment.change),
    history: line.history.map(({ from, to, gain, days }) => ({
      ...{ from: from.toISOString(), to: to.toISOString() },
      ...{ gain, days },
    })),
    readings: line.readings.map(presentReading),
    planned: line.planned.map(({ phase, dueAt, nextAt, attempt }) => ({
      ...{ phase, dueAt: dueAt.toISOString(), nextAt: nextAt.toISOString() },
      tries: attempt,
    })),
  };
}

function presentChange(change: DomainInspection["proof"]["assessment"]["change"]): LineInspection["change"] {
  if (change === null) return null;
  const { observed, expectedOrganic, lift, low, high, sampleSize, model } = change;
  return { observed, expectedOrganic, lift, low, high, sampleSize, model: model === null ? null : { ...model } };
}

function presentReading(reading: DomainInspection["readings"][number]): InspectedReading {
  const { phase, dueAt, snapshot, missing, missingWords, latencyMs, tries, askedBy, reason } = reading;
  return {
    phase,
    dueAt: dueAt.toISOString(),
    snapshot: snapshot === null ? null : { ...presentSnapshot(snapshot), rawHash: snapshot.rawHash },
    missing: missing === null ? null : { code: missing, reason: missingWords ?? missing },
    ...{ latencyMs, tries, askedBy },
    askedWhy: reason,
  };
}

const method = {
  basis: "Completed order lines, short ones included; numbers a person vouched for are left out of lift and labels.",
  decay: "A line of 90 days ago weighs half of one of today, by the time it was completed.",
  spread: "Weighted median and quartiles.",
  hidden: "Null where fewer lines than minimumSample are known.",
} as const;

/** The export file: every product's numbers, and how to read them. */
export const presentExport = (
  exportedAt: Date,
  products: readonly { readonly slug: string | null; readonly metrics: ProofMetrics }[],
) => ({
  exportedAt: exportedAt.toISOString(),
  source: "smplat delivery-proof",
  method,
  products: products.map(({ slug, metrics }) => ({ slug, ...presentMetrics(metrics) })),
});
