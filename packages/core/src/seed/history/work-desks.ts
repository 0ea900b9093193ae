import { days } from "#kernel/clock";
import type { Core } from "../../core.ts";
import type { HistoryWorld } from "./history-world.ts";

/** Who of ours acts in the history. */
export interface Staff {
  readonly adminId: string;
  readonly operatorId: string;
}

/** People take a day to decide. */
const thinkMs = days(1);
/** What was asked for this lately still waits for somebody to decide. */
const openMs = days(7);

/** Agrees to the make-goods that have waited a day, as an operator; those of the last week wait on. */
export async function decideRefills(core: Core, staff: Staff, end: Date): Promise<void> {
  const actor = { role: "operator", staffId: staff.operatorId } as const;
  const now = core.clock.now();
  const { items } = await core.refills.list(core.database, actor, { state: "requested", limit: 50 });
  for (const { id, requestedAt } of items) {
    const age = now.getTime() - requestedAt.getTime();
    if (age < thinkMs || end.getTime() - requestedAt.getTime() < openMs) continue;
    await core.database.transaction((tx) => core.refills.approve(tx, actor, id));
  }
}

/** Whether a make-good is agreed to and not done. */
export async function isMakingGood(core: Core, staff: Staff): Promise<boolean> {
  const actor = { role: "operator", staffId: staff.operatorId } as const;
  const { items } = await core.orders.list(core.database, actor, { state: "refilling", limit: 1 });
  return items.length > 0;
}

/**
 * A placement of an order was taken down, and the supplier is asked: the guarantee asks for a make-good by itself. False
 * when the order has none that is done and still under its guarantee: a supplier may be late, and risk may hold an order.
 */
export async function missEvidence(
  { core, world, staff }: { readonly core: Core; readonly world: HistoryWorld; readonly staff: Staff },
  orderId: string,
): Promise<boolean> {
  const actor = { role: "operator", staffId: staff.operatorId } as const;
  const order = await core.orders.get(core.database, actor, orderId);
  const now = core.clock.now();
  const line = order.lines.find(
    ({ state, guaranteeEndsAt }) => state === "fulfilled" && guaranteeEndsAt !== null && guaranteeEndsAt > now,
  );
  const piece = line?.evidence.find(({ kind, url }) => kind === "placement" && url !== null);
  if (order.state !== "delivered" || line === undefined || piece?.url == null) return false;
  await world.takeDown(piece.url);
  await core.database.transaction((tx) => core.fulfillment.askSupplier(tx, line.id, `missing ${piece.url}`));
  return true;
}

/** Agrees to the make-good of one order, so that it is under way in the present; others wait for a person. */
export async function beginRefill(core: Core, staff: Staff, orderId: string | null): Promise<void> {
  const actor = { role: "operator", staffId: staff.operatorId } as const;
  const { items } = await core.refills.list(core.database, actor, { state: "requested", limit: 50 });
  const refill = items.find((item) => item.orderId === orderId);
  if (refill !== undefined) await core.database.transaction((tx) => core.refills.approve(tx, actor, refill.id));
}

/** Pays promised returns of delivered orders back in full; answers with those that still wait for their delivery. */
export async function payReturns(core: Core, staff: Staff, orderIds: readonly string[]): Promise<string[]> {
  const actor = { role: "admin", staffId: staff.adminId } as const;
  const waiting: string[] = [];
  for (const orderId of orderIds) {
    const order = await core.orders.get(core.database, actor, orderId);
    if (order.state !== "delivered") {
      waiting.push(orderId);
      continue;
    }
    const lines = order.lines.map(({ id, netMinor, taxMinor }) => ({ lineId: id, amountMinor: netMinor + taxMinor }));
    const reason = "The result was not what the brief had asked for.";
    const request = { orderId: order.id, lines, reason, requestKey: `return ${order.id}` };
    await core.database.transaction((tx) => core.support.refund(tx, actor, request));
  }
  return waiting;
}
