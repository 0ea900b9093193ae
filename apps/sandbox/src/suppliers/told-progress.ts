import type { JobProgress } from "./job-progress.ts";
import type { SupplierControl } from "./supplier-state.ts";

/** How far a supplier that counts wrongly is ahead of what it did. */
const miscountFactor = 1.3;

/** What a supplier says of an order: the truth, or not. Evidence is never made up. */
export function toldProgress({ mode }: SupplierControl, progress: JobProgress): JobProgress {
  if (mode === "overclaim" && progress.status === "short") return { ...progress, status: "completed" };
  if (mode === "miscount") return { ...progress, delivered: Math.ceil(progress.delivered * miscountFactor) };
  return progress;
}

/** A moment as the supplier's own clock shows it. */
export const toldTime = ({ skewMs }: SupplierControl, at: number): string => new Date(at + skewMs).toISOString();
