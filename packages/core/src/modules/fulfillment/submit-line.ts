import type { Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { newId } from "#kernel/id";
import type { OrderWithLines } from "#modules/orders";
import { type Provider, quoteCost, type ServiceCandidate, type SupplierOrder } from "#modules/suppliers";
import type { Attempt } from "./attempt.ts";
import { insertAttempt } from "./attempt-repository.ts";
import { chooseService } from "./choose-service.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { type FulfillmentLine, hoursForSupplier } from "./line.ts";
import { updateLineRow } from "./line-repository.ts";
import { holdLine, moveLine } from "./move-line.ts";
import { raiseFollowUp } from "./raise-follow-up.ts";
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
  if (deps.clock.wall().getTime() - intent.attempt.submittedAt.getTime() > sendWithinMs) {
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
  const service = await serviceOf(deps, tx, line, order);
  return service === null ? null : start(deps, tx, run, line, service);
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

/** By what was bought, not by what the catalogue says today. */
async function serviceOf(
  deps: FulfillmentDeps,
  tx: Tx,
  line: FulfillmentLine,
  order: OrderWithLines,
): Promise<ServiceCandidate | null> {
  const serviceKey = order.lines.find((candidate) => candidate.id === line.id)?.product.serviceKey ?? null;
  const all = await deps.suppliers.listCandidates(tx, { productId: line.productId, serviceKey });
  const candidates = all.filter((candidate) => !line.excludedProviders.includes(candidate.providerId));
  const choice = chooseService(candidates);
  if (choice.kind === "chosen") return choice.service;
  if (choice.kind === "none") {
    const about = { orderId: line.orderId, lineId: line.id, attemptId: null };
    await raiseFollowUp(deps, tx, about, "no-service", `No supplier does "${serviceKey ?? line.productId}"`);
  }
  return null;
}

async function start(
  deps: FulfillmentDeps,
  tx: Tx,
  run: ExternalRun,
  line: FulfillmentLine,
  service: ServiceCandidate,
): Promise<Intent | null> {
  const provider = await deps.suppliers.open(tx, service.providerId);
  if (provider === null) return null;
  const quantity = line.orderedUnits * service.unitsPerItem;
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
    quantity,
    unitsPerItem: service.unitsPerItem,
    costMinor: quoteCost(service.cost, quantity),
    currency: service.currency,
    jobId: run.jobId,
    submittedAt: deps.clock.wall(),
  };
  await insertAttempt(tx, attempt);
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
