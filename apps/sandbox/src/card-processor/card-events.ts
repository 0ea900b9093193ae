import { newId } from "../seeded-random.ts";
import type { WebhookQueue } from "../webhooks/webhook-queue.ts";
import type { World } from "../world.ts";
import type { CardEvent } from "./card-state.ts";

/** The version of the API the sandbox's objects are shaped after. */
export const apiVersion = "2026-10-28.endive";
const eventsKept = 20_000;

/** What one request did, so that its events can name it and be sent before its answer. */
export interface CardRequest {
  id: string | null;
  idempotencyKey: string | null;
  /** Webhook deliveries queued on behalf of this request. */
  deliveries: string[];
}

/** What every operation on the processor needs. */
export interface CardContext {
  world: World;
  webhooks: WebhookQueue;
  request: CardRequest;
}

/** A context for work no request asked for, such as a bank debit that settles. */
export function unaskedContext(world: World, webhooks: WebhookQueue): CardContext {
  return { world, webhooks, request: { id: null, idempotencyKey: null, deliveries: [] } };
}

/** Unix seconds, the unit of every time in Stripe's format. */
export function unixNow(): number {
  return Math.floor(Date.now() / 1000);
}

/** An event as Stripe shows it, with the object as it was when the event happened. */
export function presentEvent(event: CardEvent): Record<string, unknown> {
  return JSON.parse(event.body) as Record<string, unknown>;
}

/** Records an event with the object as it is now, and queues its webhook. */
export function emitCardEvent(context: CardContext, type: string, object: Record<string, unknown>): void {
  const { events } = context.world.state.cards;
  const id = newId("evt");
  const created = unixNow();
  const body = JSON.stringify({
    id,
    object: "event",
    api_version: apiVersion,
    created,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: context.request.id, idempotency_key: context.request.idempotencyKey },
    type,
  });
  events.push({ id, type, created, body });
  events.splice(0, Math.max(0, events.length - eventsKept));
  context.request.deliveries.push(...context.webhooks.add("stripe", id, type, body));
  context.world.changed();
}
