import { runWithContext } from "#infrastructure/logger";
import { after, days } from "#kernel/clock";
import { newUuid } from "#kernel/id";
import type { Core } from "../../core.ts";
import { type Buyer, buy, showChannel } from "./buy.ts";
import { type CastMember, cast } from "./cast.ts";
import type { HistoryClock } from "./history-clock.ts";
import type { HistoryWorld } from "./history-world.ts";
import type { Acquaintance, Fate, HistoryPlan, PlannedOrder } from "./plan-history.ts";
import { beginRefill, decideRefills, isMakingGood, missEvidence, payReturns, type Staff } from "./work-desks.ts";

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
  /** Orders of which something handed over is taken down in the present. */
  readonly withdrawn: string[];
  /** The usual orders of everybody but the shown customer, in their order. */
  readonly settled: string[];
  /** Orders whose buyers get everything back once they are delivered. */
  returns: string[];
}

/** Index into the cast of the customer whose login the demo shows. */
const shownBuyer = 0;

/** Jobs side by side: one waits for the database or the outside while another works. */
const concurrency = 8;

/**
 * Lives a plan through on an empty shop: people act at their moments, and at each look all work that is due by then is
 * done. Every clock goes along. At the end they are those of the running shop.
 */
export async function liveHistory(stage: HistoryStage, plan: HistoryPlan): Promise<void> {
  const living: Living = { ...stage, buyers: new Map(), lost: [], withdrawn: [], settled: [], returns: [] };
  const { core, world } = stage;
  // The processor signs with the time on the wall; from inside the past its messages would look forged.
  await world.holdMessages(true);
  core.queue.time.park();
  for (const look of plan.looks) {
    while (stage.clock.now() < look) await liveUntil(living, plan, await nextStop(living, look));
    stage.onProgress((look.getTime() - plan.start.getTime()) / (plan.end.getTime() - plan.start.getTime()));
  }
  await joinPresent(living);
  for (const order of plan.unpaid) await purchase(living, order);
  await world.setTime(stage.clock.now(), core.config.clockRate);
}

/** The look, or sooner while a make-good is under way: it has hours, and has failed unless somebody asks in between. */
async function nextStop({ core, clock, staff }: Living, look: Date): Promise<Date> {
  const soon = after(clock.now(), days(1));
  return soon < look && (await isMakingGood(core, staff)) ? soon : look;
}

/** People act at their moments; then all work that is due is done, and the desks do theirs. */
async function liveUntil(living: Living, plan: HistoryPlan, stop: Date): Promise<void> {
  const { core, staff } = living;
  const from = living.clock.now();
  const isNext = ({ at }: { readonly at: Date }) => at > from && at <= stop;
  const acts = [
    ...plan.acquaintances.filter(isNext).map((act) => ({ at: act.at, live: () => meet(living, act) })),
    ...plan.orders.filter(isNext).map((act) => ({ at: act.at, live: () => purchase(living, act) })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { live } of acts) await live();
  await moveTo(living, stop);
  await workOff(core);
  await decideRefills(core, staff, plan.end);
  living.returns = await payReturns(core, staff, living.returns);
}

/** Moves every clock on. What comes due on the way waits for the next look. */
async function moveTo({ clock, world }: Living, to: Date): Promise<void> {
  if (to <= clock.now()) return;
  clock.moveTo(to);
  await world.setTime(to, 0);
}

/**
 * All work that is due by now, in the order its causes had. Suppliers first: their news is old, and nobody shall be told
 * that a finished delivery is late. Proofs last: they tell of the readings before them.
 */
async function workOff(core: Core): Promise<void> {
  const proofs = core.receipts.jobs.map(({ job }) => job.id);
  await core.queue.time.release(proofs);
  await core.runner.settle({ concurrency, only: ["suppliers"] });
  await core.runner.settle({ concurrency });
  await core.queue.time.release();
  await core.runner.settle({ concurrency });
}

/** What was held back arrives, waiting work gets the shop's pace, and the mailbox forgets what was read long ago. */
async function joinPresent({ core, clock, world, staff, lost, withdrawn, settled }: Living): Promise<void> {
  const rate = core.config.clockRate;
  await core.queue.time.resume(rate);
  clock.joinShop(rate);
  await world.emptyMailbox();
  await world.holdMessages(false);
  const taken: string[] = [];
  for (const orderId of [...withdrawn, ...settled.toReversed()]) {
    if (taken.length < withdrawn.length && (await missEvidence({ core, world, staff }, orderId))) taken.push(orderId);
  }
  await core.runner.settle({ concurrency });
  await beginRefill(core, staff, taken[0] ?? null);
  for (const intentId of lost) await world.closeDispute(intentId, "lost");
  await core.runner.settle({ concurrency });
}

async function meet(living: Living, { at, buyer, platform }: Acquaintance): Promise<void> {
  await moveTo(living, at);
  const shown = await buyerAt(living, buyer);
  await inOneThread(() => showChannel(living.core, shown, platform));
}

/** As a request is: what it sets off stays one thread, whose jobs don't get into each other's way. */
const inOneThread = <T>(work: () => Promise<T>): Promise<T> =>
  runWithContext({ correlationId: newUuid(), requestId: newUuid() }, work);

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
  const { orderId } = await inOneThread(() => buy(living, buyer, lines, cards[fate] ?? "pm_card_visa"));
  if (fate === "regretted") await core.payments.cancelOrder(buyer.actor, orderId, "ordered by mistake");
  if (fate === "held") {
    const actor = { role: "operator", staffId: living.staff.operatorId } as const;
    const request = { command: "hold", reason: "The brief leaves a question open; we have asked." } as const;
    await core.database.transaction((tx) => core.orders.transition(tx, actor, orderId, request));
  }
  if (fate === "returned") living.returns.push(orderId);
  if (fate === "withdrawn") living.withdrawn.push(orderId);
  if (fate === "delivered" && index !== shownBuyer) living.settled.push(orderId);
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
