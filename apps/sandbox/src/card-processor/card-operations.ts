import { type FormRecord, formList, formText } from "../http/parse-form.ts";
import { CardError, resourceMissing } from "./card-error.ts";
import { type CardContext, presentEvent } from "./card-events.ts";
import { listPage } from "./card-listing.ts";
import { cancelIntent, confirmIntent, createIntent, findIntent, updateIntent } from "./payment-intents.ts";
import { presentCharge, presentDispute, presentIntent, presentMethod, presentRefund } from "./present-card-objects.ts";
import { createRefund } from "./refunds.ts";

type Answer = Record<string, unknown>;
type Operation = (context: CardContext, form: FormRecord, id: string) => Answer;

function lookUp<T>(records: Record<string, T>, name: string, id: string): T {
  const found = records[id];
  if (found === undefined) {
    throw resourceMissing(name, id);
  }
  return found;
}

function intentAnswer(
  operate: (context: CardContext, form: FormRecord, id: string) => ReturnType<typeof findIntent>,
): Operation {
  return (context, form, id) => presentIntent(context.world, operate(context, form, id), formList(form, "expand"));
}

const listIntents: Operation = ({ world }, form) => ({
  ...listPage(Object.values(world.state.cards.intents), form, "/v1/payment_intents", (intent) =>
    presentIntent(
      world,
      intent,
      formList(form, "expand").map((path) => path.replace(/^data\./, "")),
    ),
  ),
});

const listRefunds: Operation = ({ world }, form) => {
  const intent = formText(form, "payment_intent");
  const charge = formText(form, "charge");
  const refunds = Object.values(world.state.cards.refunds).filter(
    (refund) => (!intent || refund.intent === intent) && (!charge || refund.charge === charge),
  );
  return { ...listPage(refunds, form, "/v1/refunds", (refund) => presentRefund(world, refund)) };
};

const listEvents: Operation = ({ world }, form) => {
  const types = [...formList(form, "types"), ...(formText(form, "type") ? [formText(form, "type")] : [])];
  const events = world.state.cards.events.filter((event) => types.length === 0 || types.includes(event.type));
  return { ...listPage(events, form, "/v1/events", presentEvent) };
};

const getEvent: Operation = ({ world }, _form, id) => {
  const event = world.state.cards.events.find((candidate) => candidate.id === id);
  if (!event) {
    throw resourceMissing("event", id);
  }
  return presentEvent(event);
};

/** Method and path pattern of every endpoint; `:id` is one segment. */
const operations: [method: string, pattern: RegExp, operation: Operation][] = [
  ["POST", /^\/v1\/payment_intents$/, intentAnswer((context, form) => createIntent(context, form))],
  ["GET", /^\/v1\/payment_intents$/, listIntents],
  ["GET", /^\/v1\/payment_intents\/([^/]+)$/, intentAnswer(({ world }, _form, id) => findIntent(world, id))],
  [
    "POST",
    /^\/v1\/payment_intents\/([^/]+)$/,
    intentAnswer((context, form, id) => updateIntent(context, findIntent(context.world, id), form)),
  ],
  [
    "POST",
    /^\/v1\/payment_intents\/([^/]+)\/confirm$/,
    intentAnswer((context, form, id) => confirmIntent(context, findIntent(context.world, id), form)),
  ],
  [
    "POST",
    /^\/v1\/payment_intents\/([^/]+)\/cancel$/,
    intentAnswer((context, form, id) => cancelIntent(context, findIntent(context.world, id), form)),
  ],
  [
    "POST",
    /^\/v1\/refunds$/,
    (context, form) => presentRefund(context.world, createRefund(context, form), formList(form, "expand")),
  ],
  ["GET", /^\/v1\/refunds$/, listRefunds],
  [
    "GET",
    /^\/v1\/refunds\/([^/]+)$/,
    (context, form, id) =>
      presentRefund(context.world, lookUp(context.world.state.cards.refunds, "refund", id), formList(form, "expand")),
  ],
  [
    "GET",
    /^\/v1\/charges\/([^/]+)$/,
    (context, _form, id) => presentCharge(context.world, lookUp(context.world.state.cards.charges, "charge", id)),
  ],
  [
    "GET",
    /^\/v1\/disputes\/([^/]+)$/,
    (context, _form, id) => presentDispute(lookUp(context.world.state.cards.disputes, "dispute", id)),
  ],
  [
    "GET",
    /^\/v1\/payment_methods\/([^/]+)$/,
    (context, _form, id) => presentMethod(lookUp(context.world.state.cards.methods, "PaymentMethod", id)),
  ],
  ["GET", /^\/v1\/events$/, listEvents],
  ["GET", /^\/v1\/events\/([^/]+)$/, getEvent],
];

/** Runs the endpoint at a method and path, or throws Stripe's answer for an unknown one. */
export function runCardOperation(context: CardContext, method: string, path: string, form: FormRecord): Answer {
  for (const [verb, pattern, operation] of operations) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match) {
      return operation(context, form, decodeURIComponent(match[1] ?? ""));
    }
  }
  throw new CardError(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  });
}
