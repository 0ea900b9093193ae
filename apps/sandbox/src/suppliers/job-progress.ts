import { lostAt } from "./evidence-loss.ts";
import { momentOfWork, trancheElapsed, unitsAt } from "./pacing.ts";
import type { EvidenceKind, JobStatus, PaceChange, SupplierJob } from "./supplier-state.ts";

const reportsPerTranche = 6;
const piecesPerTranche = 12;
const ordinalsPerTranche = 100;

/** Something one can look at: a report, a placement, a file. */
export interface Evidence {
  id: string;
  kind: EvidenceKind;
  /** Units this entry covers; entries add up to what was delivered, except for the part not yet reported. */
  delivered: number;
  /** Business milliseconds. */
  reportedAt: number;
  /** Whether it can still be seen: neither taken down nor gone by itself. */
  stands: boolean;
}

/** Where an order stands at a moment. */
export interface JobProgress {
  status: JobStatus;
  delivered: number;
  evidence: Evidence[];
}

function reportCount(kind: EvidenceKind, quantity: number): number {
  return kind === "ad_report" ? reportsPerTranche : Math.max(1, Math.min(quantity, piecesPerTranche));
}

/** Every entry made by `at`, standing or withdrawn. */
export function allEvidence(job: SupplierJob, pace: PaceChange[], at: number): Evidence[] {
  const until = job.canceledAt === null ? at : Math.min(at, job.canceledAt);
  return job.tranches.flatMap((tranche, trancheIndex) => {
    const elapsed = trancheElapsed(tranche, pace, until);
    const count = reportCount(job.evidenceKind, tranche.quantity);
    return Array.from({ length: count }, (_, index) => {
      const due = (index + 1) / count;
      const made = momentOfWork(pace, tranche.acceptedAt, tranche.startDelayMs + due * tranche.durationMs);
      const id = `${job.id}-${trancheIndex + 1}-${index + 1}`;
      const reportedAt = Math.round(made ?? until);
      const gone = lostAt(job, trancheIndex * ordinalsPerTranche + index, reportedAt);
      return {
        id,
        kind: job.evidenceKind,
        delivered: due <= elapsed ? unitsAt(tranche, due) - unitsAt(tranche, index / count) : 0,
        reportedAt,
        stands: !job.withdrawn.includes(id) && (gone === null || gone > at),
      };
    }).filter((entry) => entry.delivered > 0);
  });
}

function statusOf(job: SupplierJob, delivered: number, elapsed: number[]): JobStatus {
  if (job.canceledAt !== null) {
    return "canceled";
  }
  if (elapsed.every((value) => value >= 1)) {
    return delivered >= job.quantity ? "completed" : "short";
  }
  return elapsed.some((value) => value > 0) ? "running" : "accepted";
}

/** Computes where an order stands at a moment of business time. */
export function progressOf(job: SupplierJob, pace: PaceChange[], at: number): JobProgress {
  const until = job.canceledAt === null ? at : Math.min(at, job.canceledAt);
  const elapsed = job.tranches.map((tranche) => trancheElapsed(tranche, pace, until));
  const all = allEvidence(job, pace, at);
  const evidence = all.filter((entry) => entry.stands);
  const lost = all.filter((entry) => !entry.stands).reduce((sum, entry) => sum + entry.delivered, 0);
  const made = job.tranches.reduce((sum, tranche, index) => sum + unitsAt(tranche, elapsed[index] ?? 0), 0);
  const delivered = Math.max(0, made - lost);
  return { status: statusOf(job, delivered, elapsed), delivered, evidence };
}

/** Units delivered at a moment, without the evidence: cheap enough to ask often. */
export function deliveredAt(job: SupplierJob, pace: PaceChange[], at: number): number {
  const until = job.canceledAt === null ? at : Math.min(at, job.canceledAt);
  return job.tranches.reduce((sum, tranche) => sum + unitsAt(tranche, trancheElapsed(tranche, pace, until)), 0);
}

/** The moment by which the supplier expects to be done when nothing goes wrong. */
export function expectedCompletion(job: SupplierJob): number {
  return Math.max(...job.tranches.map((tranche) => tranche.acceptedAt + tranche.startDelayMs + tranche.durationMs));
}
