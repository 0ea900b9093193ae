import type { World } from "../../world.ts";
import type { JobProgress } from "../job-progress.ts";
import type { SupplierJob } from "../supplier-state.ts";
import { atelierServices } from "./services.ts";

const stateOf = {
  accepted: "queued",
  running: "working",
  completed: "done",
  short: "partial",
  canceled: "void",
} as const;

/** The state word of Atelier's dialect. */
export function atelierState(progress: JobProgress): string {
  return stateOf[progress.status];
}

/** A job as Atelier's API and webhooks show it: every number as text. */
export function presentJob(world: World, job: SupplierJob, progress: JobProgress): Record<string, unknown> {
  const title = atelierServices.find((service) => service.code === job.service)?.title ?? job.service;
  return {
    job_no: job.id,
    client_ref: job.reference,
    service_code: job.service,
    state: atelierState(progress),
    units_total: String(job.quantity),
    units_done: String(progress.delivered),
    unit: job.unit,
    files: progress.evidence.map((entry, index) => ({
      title: `${title} ${index + 1}`,
      url: `${world.publicUrl}/evidence/${entry.id}`,
      units: String(entry.delivered),
      handed_over: new Date(entry.reportedAt).toISOString(),
    })),
    hours_logged: job.unit === "hours" ? `${progress.delivered}.0` : "0.0",
    price: (job.priceMinor / 100).toFixed(2),
  };
}
