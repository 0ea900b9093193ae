import type { Tx } from "#infrastructure/database";
import { type Actor, recordActor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { OrderWithLines } from "./order.ts";
import { orderForbidden, orderNotFound, orderVersionConflict, transitionRefused } from "./order-errors.ts";
import { orderCanceled, orderDelivered, orderPaid, orderResumed, orderStateChanged } from "./order-events.ts";
import { closeOrderJob } from "./order-jobs.ts";
import { mayCommand, maySee } from "./order-policy.ts";
import { findOrder, type OrderChanges, updateFacts, updateOrder } from "./order-repository.ts";
import type { OrderFacts } from "./order-standing.ts";
import { next, type OrderCommand, orderMachine } from "./order-states.ts";

export interface TransitionRequest {
  readonly command: OrderCommand;
  readonly reason?: string | null;
  /** Refuse when the order moved on since the caller looked. */
  readonly expectedVersion?: number;
  /** Facts the command itself changes, e.g. what was captured. */
  readonly changes?: OrderChanges;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /**
   * The order as the caller placed it, in another transaction: spares reading it, if nobody moved it since. Only while
   * it awaits payment, for then nothing about it changes without its version.
   */
  readonly placed?: OrderWithLines | undefined;
}

/**
 * The only writer of an order's state. Locks the order, checks who asks, applies the command's facts, asks the pure
 * graph where that leads, and writes state, audit row and events together. A command that leaves the state unchanged
 * only writes its facts.
 *
 * Throws `order.not-found`, `auth.forbidden`, `order.version-conflict`, `order.transition-refused`.
 */
export async function transitionOrder(
  deps: { clock: Clock },
  tx: Tx,
  actor: Actor,
  orderId: string,
  request: TransitionRequest,
): Promise<OrderWithLines> {
  const { placed, ...asked } = request;
  if (placed !== undefined) {
    const moved = await moveAsPlaced(deps, tx, actor, placed, asked);
    if (moved !== null) return moved;
  }
  const order = await findOrder(tx, orderId, { lock: true });
  if (order === null || !maySee(actor, order)) throw orderNotFound(orderId);
  if (!mayCommand(actor, request.command, order)) throw orderForbidden(request.command);
  if (request.expectedVersion !== undefined && request.expectedVersion !== order.version) {
    throw orderVersionConflict(request.expectedVersion, order.version);
  }
  const now = deps.clock.now();
  const changes = changesOf(request);
  const changed = { ...order, ...changes };
  const answer = next(order.state, request.command, factsOf(changed, now));
  if (!answer.ok) throw transitionRefused(request.command, answer.why, orderMachine.commandsFrom(order.state));
  if (answer.state === order.state) {
    await updateFacts(tx, order.id, { ...changes, updatedAt: now });
    return { ...changed, updatedAt: now };
  }
  return move(tx, actor, { order, changed, changes, to: answer.state, request, now });
}

/** Null when the order is no longer as it was placed, or the command has to look closer: then it is read. */
async function moveAsPlaced(
  deps: { clock: Clock },
  tx: Tx,
  actor: Actor,
  order: OrderWithLines,
  request: TransitionRequest,
): Promise<OrderWithLines | null> {
  if (order.state !== "awaiting_payment" || !mayCommand(actor, request.command, order)) return null;
  const now = deps.clock.now();
  const changes = changesOf(request);
  const changed = { ...order, ...changes };
  const answer = next(order.state, request.command, factsOf(changed, now));
  if (!answer.ok || answer.state === order.state) return null;
  return tryMove(tx, actor, { order, changed, changes, to: answer.state, request, now });
}

/** The facts a command changes by itself, beside those its caller brings. */
function changesOf(request: TransitionRequest): OrderChanges {
  const own: OrderChanges =
    request.command === "hold"
      ? { holdReason: request.reason ?? "held" }
      : request.command === "resume"
        ? { holdReason: null, reviewReason: null }
        : {};
  return { ...own, ...request.changes };
}

interface Move {
  readonly order: OrderWithLines;
  readonly changed: OrderWithLines;
  readonly changes: OrderChanges;
  readonly to: OrderWithLines["state"];
  readonly request: TransitionRequest;
  readonly now: Date;
}

async function move(tx: Tx, actor: Actor, step: Move): Promise<OrderWithLines> {
  const moved = await tryMove(tx, actor, step);
  if (moved === null) throw orderVersionConflict(step.order.version, step.order.version + 1);
  return moved;
}

/** Null when somebody else moved the order first. */
async function tryMove(
  tx: Tx,
  actor: Actor,
  { order, changed, changes: given, to, request, now }: Move,
): Promise<OrderWithLines | null> {
  const deliveredNow = to === "delivered" && order.deliveredAt === null;
  const changes = { ...given, ...(deliveredNow ? { deliveredAt: now } : {}) };
  const drawNumber = order.number === null && changed.paidAt !== null;
  const version = order.version + 1;
  const written = await updateOrder(
    tx,
    order,
    { ...changes, state: to, updatedAt: now, drawNumber },
    {
      seq: version,
      command: request.command,
      fromState: order.state,
      toState: to,
      actor: recordActor(actor),
      reason: request.reason ?? null,
      metadata: request.metadata ?? {},
      at: now,
    },
  );
  if (written === null) return null;
  const moved = { ...changed, ...changes, number: written.number, state: to, version, updatedAt: now };
  announce(tx, order, moved, request.command);
  return moved;
}

function announce(tx: Tx, before: OrderWithLines, after: OrderWithLines, command: OrderCommand): void {
  const orderId = after.id;
  tx.publish(orderStateChanged, { orderId, command, from: before.state, to: after.state, version: after.version });
  if (command === "confirm-payment" && after.number !== null) {
    tx.publish(orderPaid, { orderId, cartId: after.cartId, number: after.number });
  }
  if (after.state === "canceled") {
    tx.publish(orderCanceled, { orderId, cartId: after.cartId, wasPaid: after.paidAt !== null });
  }
  if (after.state === "delivered" && before.deliveredAt === null) tx.publish(orderDelivered, { orderId });
  if (before.state === "on_hold" || before.state === "disputed") tx.publish(orderResumed, { orderId });
  const end = guaranteeEnd(after);
  if (after.state === "delivered" && end !== null) {
    tx.enqueue(closeOrderJob, { orderId }, { key: `${orderId} ${end.toISOString()}`, runAt: end });
  }
}

/** The facts that decide where an order stands at `now`. */
export function factsOf(order: OrderWithLines, now: Date): OrderFacts {
  const end = guaranteeEnd(order);
  return {
    totalMinor: order.totalMinor,
    capturedMinor: order.capturedMinor,
    refundedMinor: order.refundedMinor,
    lostMinor: order.lostMinor,
    paid: order.paidAt !== null,
    reviewPending: order.reviewReason !== null,
    held: order.holdReason !== null,
    disputeOpen: order.disputeOpen,
    openRefills: order.openRefills,
    closed: order.closedAt !== null,
    deliveredOnce: order.deliveredAt !== null,
    guaranteesOver: end !== null && end <= now,
    lines: order.lines,
  };
}

/** When the last guarantee window of an order's lines ends; null while a line has none yet. */
export function guaranteeEnd(order: OrderWithLines): Date | null {
  let latest: Date | null = null;
  for (const line of order.lines) {
    if (line.state === "canceled") continue;
    if (line.guaranteeEndsAt === null) return null;
    if (latest === null || line.guaranteeEndsAt > latest) latest = line.guaranteeEndsAt;
  }
  return latest ?? order.deliveredAt;
}
