import { ApiProblem, type Order } from "@smplat/contracts";
import type { Journey, Priced } from "./journey.ts";
import { createShopper } from "./shopper.ts";
import { expectTruth } from "./untruth.ts";
import { waitUntil } from "./wait-until.ts";

export interface Patience {
  readonly acceptedMs: number;
  readonly deliveredMs: number;
  readonly provenMs: number;
}

type Lines = Order["lines"];
const worked: readonly Lines[number]["state"][] = ["accepted", "delivering", "fulfilled", "short"];
const ended: readonly Lines[number]["state"][] = ["fulfilled", "short", "canceled"];

/** Follows a paid order until it is delivered and proven. */
export async function follow(journey: Journey, priced: Priced, orderId: string, patience: Patience): Promise<void> {
  const { protocol } = journey;
  await protocol.step("Kept from others", () => checkStranger(journey, orderId));
  await protocol.step("Accepted", async (note) => {
    const order = await waitForLines(journey, orderId, worked, "a supplier at work", patience.acceptedMs, note);
    return describeLines(order);
  });
  await protocol.step("Delivered", async (note) => {
    await waitForLines(journey, orderId, ended, "a delivery", patience.deliveredMs, note);
    const order = await waitForDelivery(journey, orderId, note);
    checkEvidence(order);
    return `${describeLines(order)}, ${order.lines.reduce((sum, line) => sum + line.evidence.length, 0)} piece(s) of evidence`;
  });
  await protocol.step("Proven", (note) => checkProof(journey, priced, orderId, patience.provenMs, note));
  await protocol.step("Timeline", () => checkTimeline(journey, orderId));
}

async function checkStranger({ options }: Journey, orderId: string): Promise<string> {
  const stranger = createShopper(`${options.base}/api/v1`);
  const { platform, handle } = options;
  await stranger.api.metrics.validateAccount({ body: { platform, handle } });
  const refusal = await stranger.api.orders.get({ params: { orderId } }).then(
    () => null,
    (reason: unknown) => reason,
  );
  const status = refusal instanceof ApiProblem ? refusal.problem.status : null;
  expectTruth(status === 404, "404 for another guest", String(status ?? refusal ?? "the order"));
  return "another guest is told that there is no such order";
}

const describeLines = (order: Order): string =>
  `${order.state}: ${order.lines.map(({ state, progress }) => `${state} ${progress?.delivered ?? 0}/${progress?.ordered ?? "?"}`).join(", ")}`;

const waitForLines = (
  { shopper }: Journey,
  orderId: string,
  states: readonly Lines[number]["state"][],
  what: string,
  timeoutMs: number,
  note: (words: string) => void,
): Promise<Order> =>
  waitUntil({
    what,
    timeoutMs,
    everyMs: 1_000,
    read: () => shopper.api.orders.get({ params: { orderId } }),
    holds: (order) => order.lines.length > 0 && order.lines.every((line) => states.includes(line.state)),
    describe: describeLines,
    note,
  });

const waitForDelivery = ({ shopper }: Journey, orderId: string, note: (words: string) => void): Promise<Order> =>
  waitUntil({
    what: "an order that says it is delivered",
    timeoutMs: 10_000,
    everyMs: 500,
    read: () => shopper.api.orders.get({ params: { orderId } }),
    holds: (order) => order.state === "delivered" || order.state === "completed",
    describe: describeLines,
    note,
  });

/** A line counts as fulfilled by its evidence alone, so there must be some, and it must cover what is claimed. */
function checkEvidence(order: Order): void {
  for (const line of order.lines.filter(({ state }) => state === "fulfilled")) {
    const units = line.evidence.reduce((sum, piece) => sum + piece.units, 0);
    expectTruth(line.evidence.length > 0, "evidence for a fulfilled line", "none");
    expectTruth(units > 0, "evidence that covers units", line.evidence);
    expectTruth(line.guaranteeEndsAt !== null, "a guarantee that has begun", "none");
  }
}

async function checkProof(
  { shopper }: Journey,
  { channel }: Priced,
  orderId: string,
  timeoutMs: number,
  note: (words: string) => void,
): Promise<string> {
  const order = await shopper.api.orders.get({ params: { orderId } });
  const measured = channel.status === "measured";
  const proof = await waitUntil({
    what: measured ? "a baseline and a reading after the delivery" : "a proof that says what is missing",
    timeoutMs,
    everyMs: 1_000,
    read: () => shopper.api.orders.deliveryProof({ params: { orderId } }),
    holds: ({ lines }) =>
      lines.length === order.lines.length &&
      lines.every(({ baseline, latest, baselineMissing }) =>
        measured
          ? baseline !== null && latest !== null && latest.takenAt >= (order.deliveredAt ?? "")
          : baseline !== null || baselineMissing !== null,
      ),
    describe: ({ lines }) =>
      lines
        .map((line) => `${line.label}, ${line.readings.length} readings taken, ${line.missing.length} missing`)
        .join("; "),
    note,
  });
  for (const line of proof.lines) {
    expectTruth(line.explanation !== "", "a proof in words", "none");
    const before = line.baseline?.takenAt ?? "";
    const progress = order.lines.find(({ id }) => id === line.lineId)?.progress;
    expectTruth(before <= (progress?.startedAt ?? "9999"), "a baseline from before the work", line.baseline);
  }
  return proof.lines
    .map(
      ({ label, baseline, latest, fulfillment, readings, change }) =>
        `${label}: ${fulfillment.delivered} of ${fulfillment.ordered} ${fulfillment.unit}; followers ${baseline?.followers ?? "?"} → ${latest?.followers ?? "?"}; ${readings.length} readings taken, the change rests on ${change?.sampleSize ?? 0} of the channel`,
    )
    .join("; ");
}

async function checkTimeline({ shopper }: Journey, orderId: string): Promise<string> {
  const { entries } = await shopper.api.orders.timeline({ params: { orderId } });
  const kinds = new Set(entries.map(({ kind }) => kind));
  for (const kind of ["state", "payment", "line"] as const)
    expectTruth(kinds.has(kind), `a ${kind} in the timeline`, [...kinds]);
  const times = entries.map(({ at }) => at);
  const rising = times.every((at, index) => at >= (times[index - 1] ?? ""));
  const falling = times.every((at, index) => at <= (times[index - 1] ?? "9999"));
  expectTruth(rising || falling, "entries in the order of time", times);
  return `${entries.length} entries: ${[...kinds].join(", ")}`;
}
