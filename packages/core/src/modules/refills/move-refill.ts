import type { Tx } from "#infrastructure/database";
import { type Actor, recordActor, system } from "#kernel/actor";
import { isDomainError } from "#kernel/domain-error";
import type { OrderCommand, OrderWithLines } from "#modules/orders";
import type { Refill } from "./refill.ts";
import type { RefillDeps } from "./refill-deps.ts";
import { refillNotFound, refillRefused } from "./refill-errors.ts";
import { refillApproved, refillCompleted, refillDeclined, refillFailed, refillSubmitted } from "./refill-events.ts";
import { findRefill, type RefillChanges, updateRefill } from "./refill-repository.ts";
import { next, type RefillCommand, type RefillState } from "./refill-states.ts";

/** A refill with its order, both held until the transaction ends. */
export interface HeldRefill {
  readonly refill: Refill;
  readonly order: OrderWithLines;
}

/** Locks the order, then the refill: in this order everywhere. Throws `refill.not-found`. */
export async function holdRefill(deps: RefillDeps, tx: Tx, refillId: string): Promise<HeldRefill> {
  const known = await findRefill(tx, refillId, { lock: false });
  const order = known === null ? null : await deps.orders.findForUpdate(tx, known.orderId);
  const refill = await findRefill(tx, refillId, { lock: true });
  if (refill === null || order === null) throw refillNotFound(refillId);
  return { refill, order };
}

export interface RefillMove {
  readonly command: RefillCommand;
  /** Told to the buyer when it is declined, to staff when it fails. */
  readonly reason?: string;
}

/**
 * The only writer of a refill's state: asks the table, writes the row, tells the order, says so. Throws
 * `refill.transition-refused`, and what the order refuses with.
 */
export async function moveRefill(
  deps: RefillDeps,
  tx: Tx,
  actor: Actor,
  { refill, order }: HeldRefill,
  move: RefillMove,
): Promise<Refill> {
  const state = next(refill.state, move.command);
  if (state === null) throw refillRefused(move.command, refill.state);
  const changes = changesOf(deps, actor, state, move);
  await updateRefill(tx, refill.id, changes);
  await tellOrder(deps, tx, actor, { refill, order }, state);
  const moved = { ...refill, ...changes };
  announce(tx, moved, move.reason ?? null);
  return moved;
}

function changesOf(deps: RefillDeps, actor: Actor, state: RefillState, move: RefillMove): RefillChanges {
  const now = deps.clock.now();
  const decision = { decidedBy: recordActor(actor), decidedAt: now, decisionReason: move.reason ?? null };
  switch (state) {
    case "approved":
      return { state, ...decision };
    case "declined":
      return { state, ...decision, closedAt: now };
    case "submitted":
      return { state, submittedAt: now, lastError: null };
    case "failed":
      return { state, closedAt: now, outcome: move.reason ?? null };
    default:
      return { state, closedAt: now };
  }
}

async function tellOrder(
  deps: RefillDeps,
  tx: Tx,
  actor: Actor,
  { refill, order }: HeldRefill,
  to: RefillState,
): Promise<void> {
  if (to === "approved" || to === "declined") await deps.orders.countAskedRefill(tx, order.id, -1, refill.id);
  if (to === "approved") await command(deps, tx, actor, { refill, order }, "approve-refill", 1);
  if (to === "completed" || to === "failed") {
    await unlessEnded(() => command(deps, tx, system("refills"), { refill, order }, "refills", -1));
  }
}

async function command(
  deps: RefillDeps,
  tx: Tx,
  actor: Actor,
  { refill, order }: HeldRefill,
  name: OrderCommand,
  change: 1 | -1,
): Promise<void> {
  await deps.orders.transition(tx, actor, order.id, {
    command: name,
    changes: { openRefills: order.openRefills + change },
    metadata: { refillId: refill.id, lineId: refill.lineId },
  });
}

/** An order that has ended meanwhile has no standing left to change. */
async function unlessEnded(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isDomainError(error, "order.transition-refused")) throw error;
  }
}

function announce(tx: Tx, refill: Refill, reason: string | null): void {
  const { orderId, lineId, id: refillId, origin, units } = refill;
  const ref = { orderId, lineId, refillId, origin, units };
  if (refill.state === "approved") tx.publish(refillApproved, ref);
  if (refill.state === "declined") tx.publish(refillDeclined, { ...ref, reason });
  if (refill.state === "submitted") tx.publish(refillSubmitted, ref);
  if (refill.state === "completed") tx.publish(refillCompleted, ref);
  if (refill.state === "failed") tx.publish(refillFailed, { ...ref, reason });
}
