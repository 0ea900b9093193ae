import type { World } from "../../world.ts";
import { expectedCompletion, type JobProgress } from "../job-progress.ts";
import type { SupplierJob } from "../supplier-state.ts";

/** A campaign as Northbeam's API and webhooks show it. */
export function presentCampaign(world: World, job: SupplierJob, progress: JobProgress): Record<string, unknown> {
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
      reportedAt: new Date(entry.reportedAt).toISOString(),
    })),
    cost: { amount: job.priceMinor, currency: "EUR" },
    createdAt: new Date(job.tranches[0]?.acceptedAt ?? 0).toISOString(),
    expectedCompletionAt: new Date(expectedCompletion(job)).toISOString(),
  };
}
