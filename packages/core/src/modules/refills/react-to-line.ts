import type { LineState } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { isDomainError } from "#kernel/domain-error";
import { holdRefill, moveRefill } from "./move-refill.ts";
import type { Refill } from "./refill.ts";
import type { RefillDeps } from "./refill-deps.ts";
import { findOpenRefill, listRefillsOfOrder } from "./refill-repository.ts";
import { openRefillStates } from "./refill-states.ts";
import { requestRefill } from "./request-refill.ts";

const actor = system("refills.react-to-line");

interface LineNews {
  readonly orderId: string;
  readonly lineId: string;
  readonly state: LineState;
}

/** The evidence of a line was counted: enough closes what is open, too little asks for a make-good by itself. */
export async function reactToCount(deps: RefillDeps, tx: Tx, news: LineNews): Promise<void> {
  if (news.state === "fulfilled") await closeOpen(deps, tx, news.lineId, { made: true });
  if (news.state === "short") await requestBySystem(deps, tx, news);
}

/** The supplier is done with a make-good: what it came to decides. */
export async function reactToMakeGood(deps: RefillDeps, tx: Tx, news: LineNews): Promise<void> {
  const made = news.state === "fulfilled";
  if (made) await closeOpen(deps, tx, news.lineId, { made });
  else {
    const open = await findOpenRefill(tx, news.lineId);
    if (open?.state !== "submitted") return;
    const reason = "the make-good came short";
    await deps.fulfillment.flag(tx, news.lineId, "refill-failed", reason);
    await moveRefill(deps, tx, actor, await holdRefill(deps, tx, open.id), { command: "fail", reason });
  }
}

/** All of an order's money went back: nothing is owed any more. */
export async function closeOfOrder(deps: RefillDeps, tx: Tx, orderId: string): Promise<void> {
  for (const refill of await listRefillsOfOrder(tx, orderId)) {
    if (openRefillStates.some((state) => state === refill.state)) {
      await end(deps, tx, refill, { made: false, reason: "the order was refunded" });
    }
  }
}

async function closeOpen(deps: RefillDeps, tx: Tx, lineId: string, how: { readonly made: boolean }): Promise<void> {
  const open = await findOpenRefill(tx, lineId);
  if (open !== null) await end(deps, tx, open, { ...how, reason: "the evidence is complete again" });
}

async function end(
  deps: RefillDeps,
  tx: Tx,
  refill: Refill,
  how: { readonly made: boolean; readonly reason: string },
): Promise<void> {
  const held = await holdRefill(deps, tx, refill.id);
  const { state } = held.refill;
  if (state === "requested") await moveRefill(deps, tx, actor, held, { command: "decline", reason: how.reason });
  else if (state === "approved" || state === "submitted") {
    const command = how.made ? "complete" : "fail";
    await moveRefill(deps, tx, actor, held, { command, ...(how.made ? {} : { reason: how.reason }) });
  }
}

/** Whoever asked first keeps the place; a line without a claim is left alone. */
async function requestBySystem(deps: RefillDeps, tx: Tx, { orderId, lineId }: LineNews): Promise<void> {
  try {
    await requestRefill(deps, tx, actor, { orderId, lineId, note: null });
  } catch (error) {
    if (!isDomainError(error, "refill.already-open") && !isDomainError(error, "refill.not-eligible")) throw error;
  }
}
