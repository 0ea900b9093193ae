import { days } from "#kernel/clock";
import type { Core } from "../../core.ts";

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

/** Agrees to the oldest make-good that waits, so that one is under way in the present. */
export async function beginRefill(core: Core, staff: Staff): Promise<void> {
  const actor = { role: "operator", staffId: staff.operatorId } as const;
  const { items } = await core.refills.list(core.database, actor, { state: "requested", limit: 50 });
  const oldest = items.at(-1);
  if (oldest !== undefined) await core.database.transaction((tx) => core.refills.approve(tx, actor, oldest.id));
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
