import type { LineState } from "@smplat/contracts/vocabulary";
import { minutes } from "#kernel/clock";
import type { SupplierReport, SupplierStatus } from "#modules/suppliers";
import type { Attempt } from "./attempt.ts";

/** Who speaks: the supplier when asked, the supplier by itself, or a person at our own desk. */
export type ReportSource = "answer" | "webhook" | "desk";

/** What is to be done with a report. `ask-again`: it may be true, but only the supplier's answer can tell. */
export type Verdict = "apply" | "ignore" | "ask-again";

interface Told {
  readonly source: ReportSource;
  /** Business time the report speaks of; null when it does not say. */
  readonly at: Date | null;
  readonly status: SupplierStatus;
  readonly delivered: number;
}

const rank: Readonly<Record<SupplierStatus, number>> = { accepted: 0, running: 1, completed: 2, short: 2, canceled: 2 };

/**
 * Whether a report is news. Reports come twice and in any order: one that speaks of an earlier moment than the newest
 * known is old. One without a moment is old when it says less. After the supplier's completion only an answer to our
 * own question may take anything back. Applying any order of the same reports ends the same.
 */
export function evaluateReport(
  attempt: Pick<Attempt, "reportedAt" | "supplierStatus" | "supplierDelivered">,
  line: LineState,
  report: Told,
): Verdict {
  if (attempt.supplierStatus === null) return "apply";
  if (report.at !== null && attempt.reportedAt !== null && report.at < attempt.reportedAt) return "ignore";
  const ranks = rank[report.status] - rank[attempt.supplierStatus];
  const saysLess = ranks < 0 || (ranks === 0 && report.delivered < attempt.supplierDelivered);
  if (!saysLess || report.source !== "webhook") return "apply";
  const done = line === "fulfilled" || line === "short";
  if (done) return "ask-again";
  return report.at === null || ranks < 0 ? "ignore" : "apply";
}

/** What the clocks of machines that set theirs differ by. */
const driftMs = minutes(1);

/**
 * The moment a report speaks of. One of a clock that is ahead of ours tells no time: it would complete lines in the future,
 * and make the answer to our next question look old.
 */
export const credibleTime = (at: Date | null, now: Date): Date | null =>
  at !== null && at.getTime() - now.getTime() > driftMs ? null : at;

/** Beyond what was ordered a count alone is a claim: more is believed only as far as the evidence carries it. */
export function provenDelivery(report: SupplierReport, orderedQuantity: number): SupplierReport {
  const shown = report.evidence.reduce((sum, { units }) => sum + units, 0);
  return { ...report, delivered: Math.min(report.delivered, Math.max(orderedQuantity, shown)) };
}
