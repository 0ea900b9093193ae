import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { OrderLine, OrderWithLines } from "#modules/orders";
import { type Eligibility, evaluateEligibility, type RefillFacts } from "./evaluate-eligibility.ts";
import type { Refill } from "./refill.ts";
import type { RefillDeps } from "./refill-deps.ts";
import { listRefillsOfOrder } from "./refill-repository.ts";
import { openRefillStates } from "./refill-states.ts";

/** A line's claim to a make-good, and the refills it had. */
export interface LineRefills {
  readonly lineId: string;
  readonly eligibility: Eligibility;
  readonly windowEndsAt: Date | null;
  readonly thresholdPercent: number;
  /** Oldest first. */
  readonly refills: readonly Refill[];
}

const isOpen = (refill: Refill): boolean => openRefillStates.some((state) => state === refill.state);

/** Every line of an order with its claim. Throws `order.not-found`. */
export async function listStanding(
  deps: RefillDeps,
  scope: Scope,
  actor: Actor,
  orderId: string,
): Promise<LineRefills[]> {
  const order = await deps.orders.get(scope, actor, orderId);
  const refills = await listRefillsOfOrder(scope, orderId);
  const now = deps.clock.now();
  return order.lines.map((line) => {
    const own = refills.filter((refill) => refill.lineId === line.id);
    return {
      lineId: line.id,
      eligibility: evaluateEligibility(factsOfLine(order, line, own.some(isOpen)), now),
      windowEndsAt: line.guaranteeEndsAt,
      thresholdPercent: line.product.evidence.thresholdPercent,
      refills: own,
    };
  });
}

/** What the order knows of a line that decides its claim. */
export function factsOfLine(order: OrderWithLines, line: OrderLine, hasOpenRefill: boolean): RefillFacts {
  const gone = line.refundedMinor + line.refundReservedMinor;
  const ended = order.state === "refunded" || order.state === "canceled";
  return {
    state: line.state,
    orderedUnits: line.quantity,
    deliveredUnits: line.deliveredUnits,
    thresholdPercent: line.product.evidence.thresholdPercent,
    guaranteeEndsAt: line.guaranteeEndsAt,
    settled: ended || (gone > 0 && gone >= line.netMinor + line.taxMinor),
    hasOpenRefill,
  };
}
