import type { Tx } from "#infrastructure/database";
import { applyReport } from "./apply-report.ts";
import { findAttempt } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { attemptNotFound } from "./fulfillment-errors.ts";
import type { DeskReport } from "./views.ts";

/** Records what a person at the manual desk did. Throws `attempt.not-found`. */
export async function reportDesk(deps: FulfillmentDeps, tx: Tx, report: DeskReport): Promise<void> {
  const attempt = await findAttempt(tx, report.attemptId);
  const provider = attempt === null ? null : await deps.suppliers.find(tx, attempt.providerId);
  if (attempt === null || attempt.externalId === null || provider?.kind !== "manual") {
    throw attemptNotFound(report.attemptId);
  }
  await applyReport(deps, tx, attempt.id, {
    source: "desk",
    at: deps.clock.now(),
    id: `desk ${deps.clock.wall().toISOString()}`,
    report: {
      externalId: attempt.externalId,
      reference: attempt.reference,
      status: report.status,
      delivered: report.deliveredUnits * attempt.unitsPerItem,
      evidence: report.evidence.map((entry) => ({ ...entry, units: entry.units * attempt.unitsPerItem })),
      cost: null,
    },
  });
}
