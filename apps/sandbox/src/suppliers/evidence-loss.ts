import { cheapFraction } from "../seeded-random.ts";
import type { SupplierJob } from "./supplier-state.ts";

const dayMs = 86_400_000;
/** Below one: what is going to be lost is mostly lost early. */
const weibullShape = 0.8;
/** Scales of the distribution that fit into the days given. */
const scales = 3;

/** When a piece of evidence is gone by itself, business milliseconds; null when it stays. */
export function lostAt(job: SupplierJob, ordinal: number, handedOverAt: number): number | null {
  const { dropOff } = job;
  if (dropOff === undefined || cheapFraction(dropOff.stream, 2 * ordinal) >= dropOff.share) return null;
  const lifetime = (-Math.log(1 - cheapFraction(dropOff.stream, 2 * ordinal + 1))) ** (1 / weibullShape) / scales;
  return handedOverAt + dayMs + Math.min(1, lifetime) * Math.max(0, dropOff.days - 1) * dayMs;
}
