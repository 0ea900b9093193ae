import type { Tx } from "#infrastructure/database";
import { type Actor, isStaff, isSystem, recordActor } from "#kernel/actor";
import { newId } from "#kernel/id";
import type { FulfillmentLine } from "#modules/fulfillment";
import type { OrderLine, OrderWithLines } from "#modules/orders";
import { evaluateEligibility } from "./evaluate-eligibility.ts";
import { factsOfLine } from "./list-standing.ts";
import type { Refill, RefillSubject } from "./refill.ts";
import type { RefillDeps } from "./refill-deps.ts";
import { refillAlreadyOpen, refillNotEligible, refillNotFound } from "./refill-errors.ts";
import { refillRequested } from "./refill-events.ts";
import { findOpenRefill, insertRefill } from "./refill-repository.ts";

export interface RefillRequest {
  readonly orderId: string;
  readonly lineId: string;
  readonly note: string | null;
}

/**
 * Asks for a make-good of a line. Two who ask at once wait for the order's row; the second finds the first's. Throws
 * `order.not-found`, `refill.not-eligible`, `refill.already-open`.
 */
export async function requestRefill(deps: RefillDeps, tx: Tx, actor: Actor, request: RefillRequest): Promise<Refill> {
  await deps.orders.get(tx, actor, request.orderId);
  const order = await deps.orders.findForUpdate(tx, request.orderId);
  const orderLine = order?.lines.find((candidate) => candidate.id === request.lineId);
  const line = await deps.fulfillment.findLine(tx, request.lineId);
  if (order === null || orderLine === undefined) throw refillNotFound(request.lineId);
  const open = await findOpenRefill(tx, request.lineId);
  if (open !== null) throw refillAlreadyOpen(request.lineId, open.id);
  const now = deps.clock.now();
  const verdict = evaluateEligibility(factsOfLine(order, orderLine, false), now);
  if (!verdict.eligible || line === null || line.guaranteeEndsAt === null) {
    throw refillNotEligible(request.lineId, verdict.eligible ? "not-delivered-yet" : verdict.why);
  }
  const refill = newRefill(actor, { order, orderLine, line, now, note: request.note, units: verdict.missingUnits });
  if (!(await insertRefill(tx, refill))) throw refillAlreadyOpen(request.lineId, request.lineId);
  await deps.orders.countAskedRefill(tx, order.id, 1, refill.id);
  const { id: refillId, orderId, lineId, origin, units } = refill;
  tx.publish(refillRequested, { orderId, lineId, refillId, origin, units });
  return refill;
}

interface Asked {
  readonly order: OrderWithLines;
  readonly orderLine: OrderLine;
  readonly line: FulfillmentLine;
  readonly now: Date;
  readonly note: string | null;
  readonly units: number;
}

function newRefill(actor: Actor, { order, orderLine, line, now, note, units }: Asked): Refill {
  return {
    ...undecided,
    id: newId("rfl"),
    orderId: order.id,
    lineId: orderLine.id,
    origin: isSystem(actor) ? "system" : isStaff(actor) ? "operator" : "customer",
    units,
    orderedUnits: orderLine.quantity,
    subject: subjectOf(order, orderLine),
    note,
    requestedBy: recordActor(actor),
    requestedAt: now,
    windowEndsAt: line.guaranteeEndsAt ?? now,
  };
}

const subjectOf = (order: OrderWithLines, line: OrderLine): RefillSubject => ({
  orderNumber: order.number,
  title: line.product.title,
  unit: line.product.unit,
  platform: line.platformContext?.platform ?? null,
  handle: line.platformContext?.handle ?? null,
});

const undecided = {
  state: "requested",
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  submits: 0,
  lastAskedAt: null,
  lastError: null,
  submittedAt: null,
  closedAt: null,
  outcome: null,
} as const;
