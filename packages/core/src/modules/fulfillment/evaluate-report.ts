import type { LineState } from "@smplat/contracts/vocabulary";
import type { SupplierStatus } from "#modules/suppliers";
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
