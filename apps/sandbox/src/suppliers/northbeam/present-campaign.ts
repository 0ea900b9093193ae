import type { World } from "../../world.ts";
import { expectedCompletion, type JobProgress } from "../job-progress.ts";
import type { SupplierControl, SupplierJob } from "../supplier-state.ts";
import { toldProgress, toldTime } from "../told-progress.ts";

/** A campaign as Northbeam's API and webhooks show it. */
export function presentCampaign(
  world: World,
  control: SupplierControl,
  job: SupplierJob,
  truth: JobProgress,
): Record<string, unknown> {
  const progress = toldProgress(control, truth);
  return {
    id: job.id,
    reference: job.reference,
    service: job.service,
    target: { platform: job.platform, handle: job.handle },
    status: progress.status,
    ordered: job.quantity,
    delivered: progress.delivered,
    unit: job.unit,
    evidence: progress.evidence.map((entry) => ({
      kind: entry.kind,
      unit: job.unit,
      delivered: entry.delivered,
      url: `${world.publicUrl}/evidence/${entry.id}`,
      reportedAt: toldTime(control, entry.reportedAt),
    })),
    cost: { amount: job.priceMinor, currency: "EUR" },
    createdAt: toldTime(control, job.tranches[0]?.acceptedAt ?? 0),
    expectedCompletionAt: toldTime(control, expectedCompletion(job)),
  };
}
