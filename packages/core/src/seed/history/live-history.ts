import type { Core } from "../../core.ts";
import { type Buyer, buy, showChannel } from "./buy.ts";
import { type CastMember, cast } from "./cast.ts";
import type { HistoryClock } from "./history-clock.ts";
import type { HistoryWorld } from "./history-world.ts";
import type { Acquaintance, Fate, HistoryPlan, PlannedOrder } from "./plan-history.ts";
import { beginRefill, decideRefills, payReturns, type Staff } from "./work-desks.ts";

export interface HistoryStage {
  /** Built over `clock`, without services of its own. Its processor's webhooks reach it. */
  readonly core: Core;
  readonly clock: HistoryClock;
  readonly world: HistoryWorld;
  /** Accounts that are there already, by e-mail address. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly staff: Staff;
  /** Called after each look with the share of the history that is over. */
  readonly onProgress: (share: number) => void;
}

interface Living extends HistoryStage {
  readonly buyers: Map<number, Promise<Buyer>>;
  /** Payments whose dispute will be lost, as the processor knows them. */
  readonly lost: string[];
  /** Orders whose buyers get everything back once they are delivered. */
  returns: string[];
}

/** Jobs side by side: one waits for the database or the outside while another works. */
const concurrency = 8;

/**
 * Lives a plan through on an empty shop: people act at their moments, and at each look all work that is due by then is
 * done. Every clock goes along. At the end they are those of the running shop.
 */
export async function liveHistory(stage: HistoryStage, plan: HistoryPlan): Promise<void> {
  const living: Living = { ...stage, buyers: new Map(), lost: [], returns: [] };
  const { core, world } = stage;
  // The processor signs with the time on the wall; from inside the past its messages would look forged.
  await world.holdMessages(true);
  let last = plan.start;
  for (const look of plan.looks) {
    const isNext = ({ at }: { readonly at: Date }) => at > last && at <= look;
    for (const acquaintance of plan.acquaintances.filter(isNext)) await meet(living, acquaintance);
    for (const order of plan.orders.filter(isNext)) await purchase(living, order);
    await moveTo(living, look);
    // Suppliers first: a day's news is old, and nobody shall be told that a finished delivery is late.
    await core.runner.settle({ concurrency, only: ["suppliers"] });
    await core.runner.settle({ concurrency });
    await decideRefills(core, stage.staff, plan.end);
    living.returns = await payReturns(core, stage.staff, living.returns);
    last = look;
    stage.onProgress((look.getTime() - plan.start.getTime()) / (plan.end.getTime() - plan.start.getTime()));
  }
  await joinPresent(living);
  for (const order of plan.unpaid) await purchase(living, order);
  await world.setTime(stage.clock.now(), core.config.clockRate);
}

/** Moves every clock on, and with it what waits for its time. */
async function moveTo({ core, clock, world }: Living, to: Date): Promise<void> {
  const byMs = to.getTime() - clock.now().getTime();
  if (byMs <= 0) return;
  clock.moveTo(to);
  await Promise.all([core.queue.retime({ byMs }), world.setTime(to, 0)]);
}

/** What was held back arrives, waiting work gets the shop's pace, and the mailbox forgets what was read long ago. */
async function joinPresent({ core, clock, world, staff, lost }: Living): Promise<void> {
  const rate = core.config.clockRate;
  clock.joinShop(rate);
  await core.queue.retime({ byMs: 0, rate });
  await world.emptyMailbox();
  await world.holdMessages(false);
  await core.runner.settle({ concurrency });
  await beginRefill(core, staff);
  for (const intentId of lost) await world.closeDispute(intentId, "lost");
  await core.runner.settle({ concurrency });
}

async function meet(living: Living, { at, buyer, platform }: Acquaintance): Promise<void> {
  await moveTo(living, at);
  await showChannel(living.core, await buyerAt(living, buyer), platform);
}

const cards: Partial<Record<Fate, string>> = {
  disputed: "pm_card_createDispute",
  lost: "pm_card_createDispute",
  abandoned: "pm_card_authenticationRequired",
  unpaid: "pm_card_authenticationRequired",
};

async function purchase(living: Living, { at, buyer: index, lines, fate }: PlannedOrder): Promise<void> {
  const { core } = living;
  await moveTo(living, at);
  const buyer = await buyerAt(living, index);
  const { orderId } = await buy(living, buyer, lines, cards[fate] ?? "pm_card_visa");
  if (fate === "regretted") await core.payments.cancelOrder(buyer.actor, orderId, "ordered by mistake");
  if (fate === "held") {
    const actor = { role: "operator", staffId: living.staff.operatorId } as const;
    const request = { command: "hold", reason: "The brief leaves a question open; we have asked." } as const;
    await core.database.transaction((tx) => core.orders.transition(tx, actor, orderId, request));
  }
  if (fate === "returned") living.returns.push(orderId);
  if (fate === "lost") {
    const payment = await core.payments.findLatest(core.database, orderId);
    if (payment?.processorId != null) living.lost.push(payment.processorId);
  }
}

function buyerAt(living: Living, index: number): Promise<Buyer> {
  const known = living.buyers.get(index);
  if (known !== undefined) return known;
  const member = cast[index];
  if (member === undefined) throw new Error(`Nobody in the cast has the number ${index}`);
  const buyer = actorFor(living, member).then((actor) => ({ member, actor }));
  living.buyers.set(index, buyer);
  return buyer;
}

async function actorFor({ core, accounts }: Living, member: CastMember): Promise<Buyer["actor"]> {
  const { account, email, name, locale } = member;
  const known = accounts.get(email);
  if (known !== undefined) return { role: "customer", ownerId: known };
  if (!account) return { role: "guest", ownerId: (await core.customers.createGuest(core.database)).ownerId };
  const person = { email, password: crypto.randomUUID(), name, locale, role: "customer" } as const;
  return { role: "customer", ownerId: await core.customers.createAccount(core.database, person) };
}
