import type { Tx } from "#infrastructure/database";
import type { SupplierOutcome } from "#modules/suppliers";
import type { Attempt } from "./attempt.ts";
import type { FulfillmentDeps } from "./deps.ts";
import type { FulfillmentLine } from "./line.ts";

type Deps = Pick<FulfillmentDeps, "suppliers">;
type Placed = Pick<Attempt, "providerId" | "service">;
type Delivered = Pick<FulfillmentLine, "brief" | "startedAt" | "state" | "deliveredUnits" | "orderedUnits" | "dueAt">;

const cellOf = (attempt: Placed, line: Pick<FulfillmentLine, "brief">) => ({
  providerId: attempt.providerId,
  service: attempt.service,
  platform: line.brief.platform,
});

/** A submit was taken, was refused, or is proven not to have arrived. A lost answer counts once it is known. */
export async function recordSubmit(
  deps: Deps,
  tx: Tx,
  attempt: Placed,
  line: Pick<FulfillmentLine, "brief">,
  outcome: { readonly kind: "accepted"; readonly costMinor: number | null } | { readonly kind: "refused" | "not_sent" },
): Promise<void> {
  const taken = outcome.kind === "accepted";
  const day = taken ? { accepted: 1, costMinor: outcome.costMinor ?? 0 } : { refused: 1 };
  const success = outcome.kind === "refused" ? { success: 0 } : {};
  await record(deps, tx, { ...cellOf(attempt, line), values: { submit: taken ? 1 : 0, ...success }, day });
}

/** The first progress of a delivery. */
export async function recordStart(
  deps: Deps,
  tx: Tx,
  attempt: Placed,
  line: Pick<FulfillmentLine, "brief" | "startedAt">,
  at: Date,
): Promise<void> {
  if (line.startedAt === null) return;
  await record(deps, tx, { ...cellOf(attempt, line), values: { "start-hours": hoursBetween(line.startedAt, at) } });
}

/** A supplier is done, or stopped without being asked: how much was there, when, and whether its word held. */
export async function recordDelivery(
  deps: Deps,
  tx: Tx,
  attempt: Placed,
  line: Delivered,
  end: { readonly at: Date; readonly claimsComplete: boolean; readonly started: boolean },
): Promise<void> {
  const share = Math.min(1, line.deliveredUnits / line.orderedUnits);
  const onTime = line.dueAt === null || end.at <= line.dueAt;
  const hours = line.startedAt === null ? null : hoursBetween(line.startedAt, end.at);
  await record(deps, tx, {
    ...cellOf(attempt, line),
    values: {
      success: line.state === "fulfilled" ? 1 : 0,
      fulfilled: share,
      "on-time": onTime ? share : 0,
      ...(end.claimsComplete ? { mismatch: line.state === "fulfilled" ? 0 : 1 } : {}),
      // Whether it needs a make-good is known later: `recordRefill` turns this outcome.
      ...(line.state === "canceled" ? {} : { refill: 0 }),
      ...(hours === null || line.state === "canceled" ? {} : { "work-hours": hours }),
      ...(hours === null || end.started ? {} : { "start-hours": hours }),
    },
    day: line.state === "canceled" ? { refused: 1 } : { completed: 1 },
  });
}

const record = (deps: Deps, tx: Tx, outcome: SupplierOutcome): Promise<void> =>
  deps.suppliers.recordOutcome(tx, outcome);

const hoursBetween = (from: Date, to: Date): number => Math.max(0, to.getTime() - from.getTime()) / 3_600_000;
