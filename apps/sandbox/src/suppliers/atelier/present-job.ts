import type { World } from "../../world.ts";
import type { JobProgress } from "../job-progress.ts";
import type { SupplierControl, SupplierJob } from "../supplier-state.ts";
import { toldProgress, toldTime } from "../told-progress.ts";
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
export function presentJob(
  world: World,
  control: SupplierControl,
  job: SupplierJob,
  truth: JobProgress,
): Record<string, unknown> {
  const progress = toldProgress(control, truth);
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
      handed_over: toldTime(control, entry.reportedAt),
    })),
    hours_logged: job.unit === "hours" ? `${progress.delivered}.0` : "0.0",
    price: (job.priceMinor / 100).toFixed(2),
  };
}
