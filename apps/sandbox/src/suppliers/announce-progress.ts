import type { World } from "../world.ts";
import { deliveredAt, type JobProgress, progressOf } from "./job-progress.ts";
import type { SupplierId, SupplierJob } from "./supplier-state.ts";

/** Progress is told about in steps of this share of the order. */
const stepShare = 0.2;

type Announce = (job: SupplierJob, progress: JobProgress) => void;

function ended(job: SupplierJob): boolean {
  const { status } = job.announced;
  return status === "completed" || status === "short" || status === "canceled";
}

function worthTelling(job: SupplierJob, progress: JobProgress): boolean {
  const step = Math.max(1, job.quantity * stepShare);
  return progress.status !== job.announced.status || Math.abs(progress.delivered - job.announced.delivered) >= step;
}

/** Tells about every order that moved far enough since it was last told about. */
export function announceProgress(world: World, supplier: SupplierId, announce: Announce): void {
  const { jobs, pace } = world.state.suppliers[supplier];
  const now = world.businessNow();
  for (const id in jobs) {
    const job = jobs[id];
    // An ended order moves again only through a make-good or through evidence that is withdrawn or lost.
    const still = job && ended(job) && job.withdrawn.length === 0 && job.dropOff === undefined;
    if (!job || (still && deliveredAt(job, pace, now) === job.announced.delivered)) {
      continue;
    }
    const progress = progressOf(job, pace, now);
    if (worthTelling(job, progress)) {
      job.announced = { status: progress.status, delivered: progress.delivered };
      announce(job, progress);
      world.changed();
    }
  }
}
