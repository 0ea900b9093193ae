import type { Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { after, minutes } from "#kernel/clock";
import { newId } from "#kernel/id";
import type { OrderWithLines } from "#modules/orders";
import type { Provider, SupplierOrder } from "#modules/suppliers";
import type { Attempt } from "./attempt.ts";
import { insertAttempt } from "./attempt-repository.ts";
import { decideRoute } from "./decide-route.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { type FulfillmentLine, hoursForSupplier } from "./line.ts";
import { updateLineRow } from "./line-repository.ts";
import { enqueueSubmit, holdLine, moveLine } from "./move-line.ts";
import { raiseFollowUp } from "./raise-follow-up.ts";
import type { ScoredCandidate } from "./route-line.ts";
import { updateDecision } from "./routing-repository.ts";
import { loseAnswer, settleSubmit } from "./settle-submit.ts";

interface Intent {
  readonly attempt: Attempt;
  readonly provider: Provider;
  readonly order: SupplierOrder;
}

/** An intent this old may have been taken for lost by another run; sending it now could order twice. */
const sendWithinMs = 15_000;

/**
 * Submits a ready line: writes the attempt with its reference, calls the supplier with no transaction open, records
 * what came of it. A line that may not be submitted now stays ready; whatever lifts the obstacle enqueues it again.
 */
export async function submitLine(deps: FulfillmentDeps, run: ExternalRun, lineId: string): Promise<void> {
  const intent = await run.transaction((tx) => prepare(deps, tx, run, lineId));
  if (intent === null) return;
  if (deps.clock.wall().getTime() - intent.attempt.calledAt.getTime() > sendWithinMs) {
    throw new Error(`The submit ${intent.attempt.reference} was held up before it was sent`);
  }
  const outcome = await intent.provider.submit(intent.order);
  await run.complete((tx) => settleSubmit(deps, tx, intent.attempt.id, outcome));
}

async function prepare(deps: FulfillmentDeps, tx: Tx, run: ExternalRun, lineId: string): Promise<Intent | null> {
  const held = await holdLine(deps, tx, lineId);
  if (held === null) return null;
  const { line, order, attempt } = held;
  if (line.state === "submitting" && attempt?.jobId === run.jobId && run.attempt > 0) {
    await loseAnswer(deps, tx, held, attempt, "the worker ended during the submit");
    return null;
  }
  if (line.state !== "ready" || !maySubmit(order) || isPutOff(deps, line) || isPromisedBack(order, line.id))
    return null;
  if (isRefunded(order, line.id)) {
    await moveLine(deps, tx, line, { command: "cancel" });
    return null;
  }
  const chosen = await route(deps, tx, line, order);
  return chosen === null ? null : start(deps, tx, run, line, chosen);
}

const workingStates: ReadonlySet<string> = new Set(["processing", "active", "delivered", "refilling"]);
const maySubmit = (order: OrderWithLines): boolean => workingStates.has(order.state);

function isRefunded(order: OrderWithLines, lineId: string): boolean {
  const line = order.lines.find((candidate) => candidate.id === lineId);
  return line !== undefined && line.refundedMinor > 0 && line.refundedMinor >= line.netMinor + line.taxMinor;
}

/** Its whole price is on its way back, or asked to be: nothing is sent before that is known to have failed. */
function isPromisedBack(order: OrderWithLines, lineId: string): boolean {
  const line = order.lines.find((candidate) => candidate.id === lineId);
  if (line === undefined || line.refundReservedMinor === 0) return false;
  return line.refundedMinor + line.refundReservedMinor >= line.netMinor + line.taxMinor;
}

/** A replay put off to later has a job of its own at its time. */
const isPutOff = (deps: FulfillmentDeps, line: FulfillmentLine): boolean =>
  line.submitNotBefore !== null && line.submitNotBefore > deps.clock.wall();

/** Who does it, and what happens when nobody can now: it waits for a pause to end or for room, or a person is told. */
async function route(deps: FulfillmentDeps, tx: Tx, line: FulfillmentLine, order: OrderWithLines) {
  const found = await decideRoute(deps, tx, line, order);
  if (found.kind === "chosen") return found;
  const now = deps.clock.wall();
  if (found.kind === "waiting" && found.reason === "all-full") {
    enqueueSubmit(tx, line, { at: after(now, roomCheckMs), occasion: `room ${now.toISOString()}` });
  }
  if (found.kind === "none") {
    const about = { orderId: line.orderId, lineId: line.id, attemptId: null };
    await raiseFollowUp(deps, tx, about, "no-service", "No supplier that is set up can do this line");
  }
  return null;
}

/** How long a line that every supplier is too busy for waits before it asks again. */
const roomCheckMs = minutes(1);

async function start(
  deps: FulfillmentDeps,
  tx: Tx,
  run: ExternalRun,
  line: FulfillmentLine,
  { service, decisionId }: { readonly service: ScoredCandidate; readonly decisionId: string },
): Promise<Intent | null> {
  const provider = await deps.suppliers.open(tx, service.providerId);
  if (provider === null) return null;
  const id = newId("att");
  const attempt: Attempt = {
    ...unanswered,
    id,
    lineId: line.id,
    orderId: line.orderId,
    number: line.attemptCount + 1,
    providerId: service.providerId,
    service: service.service,
    reference: id,
    quantity: service.quantity,
    unitsPerItem: service.unitsPerItem,
    costMinor: service.costMinor,
    currency: service.currency,
    jobId: run.jobId,
    submittedAt: deps.clock.now(),
    calledAt: deps.clock.wall(),
  };
  await insertAttempt(tx, attempt);
  await updateDecision(tx, decisionId, attempt.id);
  await updateLineRow(tx, line.id, { attemptCount: attempt.number, updatedAt: line.updatedAt });
  await moveLine(deps, tx, { ...line, attemptCount: attempt.number }, { command: "submit" });
  return { attempt, provider, order: supplierOrder(attempt, line) };
}

const unanswered = {
  externalId: null,
  state: "submitting",
  supplierStatus: null,
  supplierDelivered: 0,
  reportedAt: null,
  evidence: [],
  goneAddresses: [],
  polls: 0,
  checkedAt: null,
  lastError: null,
  cancelRequestedAt: null,
  closedAt: null,
} as const;

function supplierOrder(attempt: Attempt, line: FulfillmentLine): SupplierOrder {
  const { platform, handle, fields } = line.brief;
  return {
    reference: attempt.reference,
    service: attempt.service,
    quantity: attempt.quantity,
    platform: platform ?? "none",
    handle: handle ?? "none",
    fields: Object.entries(fields)
      .map(([name, answer]) => `${name}: ${answer}`)
      .join("\n"),
    hours: hoursForSupplier(line.deliversWithinHours),
  };
}
