import type { Tx } from "#infrastructure/database";
import { noteSign } from "./note-sign.ts";
import type { QualityMetric } from "./quality.ts";
import { addOutcomes, addToDay, correctOutcome, type DayCounts, type QualityCell } from "./quality-repository.ts";
import type { SupplierDeps } from "./supplier-deps.ts";

/** What became of something a supplier was asked for. */
export interface SupplierOutcome {
  readonly providerId: string;
  readonly service: string;
  /** Null for work that is for no channel. */
  readonly platform: string | null;
  /** Shares between 0 and 1; times in business hours. */
  readonly values: Readonly<Partial<Record<QualityMetric, number>>>;
  readonly day?: DayCounts;
}

/** Less than this is told as this: a logarithm needs something above zero. A minute. */
const shortestHours = 1 / 60;

/** Counts an outcome in the transaction that settles it. */
export async function recordOutcome(deps: Pick<SupplierDeps, "clock">, tx: Tx, outcome: SupplierOutcome) {
  const now = deps.clock.now();
  await addOutcomes(tx, cellOf(outcome), logarithms(outcome.values), now);
  if (outcome.day !== undefined) await addToDay(tx, outcome.providerId, now, outcome.day);
  const { submit, "on-time": onTime } = outcome.values;
  await noteSign(deps, tx, outcome.providerId, {
    ...(submit === undefined ? {} : { isSubmitTaken: submit === 1 }),
    ...(onTime === undefined ? {} : { isLate: onTime < 1 }),
  });
}

/** A completed line needed a make-good after all: its place among the completed ones stays. */
export async function recordRefill(
  deps: Pick<SupplierDeps, "clock">,
  tx: Tx,
  line: Pick<SupplierOutcome, "providerId" | "service" | "platform">,
): Promise<void> {
  await correctOutcome(tx, cellOf(line), "refill", 1, deps.clock.now());
}

const cellOf = ({ providerId, service, platform }: Pick<SupplierOutcome, "providerId" | "service" | "platform">) =>
  ({ providerId, service, platform: platform ?? "none" }) satisfies QualityCell;

function logarithms(values: SupplierOutcome["values"]): SupplierOutcome["values"] {
  const told = Object.entries(values).map(([metric, value]) => [
    metric,
    metric === "start-hours" || metric === "work-hours" ? Math.log(Math.max(shortestHours, value)) : value,
  ]);
  return Object.fromEntries(told);
}
