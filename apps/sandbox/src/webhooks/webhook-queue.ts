import { newId, seededFraction } from "../seeded-random.ts";
import { isUp } from "../suppliers/supplier-uptime.ts";
import type { World } from "../world.ts";
import { signWebhook } from "./sign-webhook.ts";
import { createWebhookClient, type WebhookClient } from "./webhook-client.ts";
import type { PendingWebhook, WebhookLogEntry, WebhookSource } from "./webhook-state.ts";

const maxAttempts = 12;
const maxBackoffMs = 60_000;
const logLength = 2_000;
/** Long enough for the answer that caused an event to be on its way before the event is. */
const settleMs = 15;

/** Sends what the imitated services call back with, signed, retried, and disturbed as told. */
export interface WebhookQueue {
  /** Queues one event; without a target for its source nothing is sent. Returns the ids of the queued deliveries. */
  add(source: WebhookSource, eventId: string, type: string, body: string): string[];
  /** Sends what is due now and waits for every answer. */
  sendDue(): Promise<void>;
  /** Sends everything waiting, held or not, in the given order of indexes, one after the other. */
  flush(order?: number[]): Promise<number>;
  /** Sends these deliveries now and waits for their answers. */
  sendNow(ids: string[]): Promise<void>;
  stop(): Promise<void>;
}

function backoffMs(attempts: number): number {
  return Math.min(maxBackoffMs, 500 * 2 ** attempts);
}

interface QueueState {
  world: World;
  inFlight: Map<string, Promise<void>>;
  client: WebhookClient;
  stopping: boolean;
  kick: NodeJS.Timeout | null;
}

/** How far the sender's clock is ahead. */
const skewOf = (world: World, source: WebhookSource): number =>
  source === "stripe" ? 0 : world.state.suppliers[source].control.skewMs;

async function post(
  queue: QueueState,
  pending: PendingWebhook,
): Promise<Pick<WebhookLogEntry, "status" | "detail" | "url">> {
  const target = queue.world.state.webhooks.targets[pending.source];
  if (!target) {
    return { status: null, detail: "no target is set", url: "" };
  }
  const at = new Date(queue.world.wallNow() + skewOf(queue.world, pending.source));
  const headers = signWebhook(pending.source, target.secret, pending.eventId, pending.body, at);
  return { ...(await queue.client.post(target.url, headers, pending.body)), url: target.url };
}

function record(world: World, pending: PendingWebhook, entry: Partial<WebhookLogEntry>): void {
  const { log } = world.state.webhooks;
  log.push({
    source: pending.source,
    eventId: pending.eventId,
    type: pending.type,
    url: "",
    attempt: pending.attempts,
    sentAt: new Date().toISOString(),
    durationMs: 0,
    status: null,
    outcome: "failed",
    detail: "",
    body: pending.body,
    ...entry,
  });
  log.splice(0, Math.max(0, log.length - logLength));
  world.changed();
}

function remove(world: World, id: string): void {
  const { pending } = world.state.webhooks;
  const index = pending.findIndex((entry) => entry.id === id);
  if (index >= 0) {
    pending.splice(index, 1);
  }
}

async function attempt(queue: QueueState, pending: PendingWebhook): Promise<void> {
  const { world } = queue;
  pending.attempts += 1;
  if (world.state.webhooks.mode.drop) {
    remove(world, pending.id);
    record(world, pending, { outcome: "dropped", detail: "dropped as told" });
    return;
  }
  const startedAt = performance.now();
  const answer = await post(queue, pending);
  const durationMs = Math.round(performance.now() - startedAt);
  const delivered = answer.status !== null && answer.status >= 200 && answer.status < 300;
  // Stopping keeps the delivery in the snapshot, so that a restart sends it.
  if (queue.stopping) {
    return;
  }
  const givenUp = !delivered && pending.attempts >= maxAttempts;
  if (delivered || givenUp) {
    remove(world, pending.id);
  } else {
    pending.held = false;
    pending.dueAt = Date.now() + backoffMs(pending.attempts);
  }
  record(world, pending, { ...answer, durationMs, outcome: delivered ? "delivered" : givenUp ? "given-up" : "failed" });
}

function send(queue: QueueState, pending: PendingWebhook): Promise<void> {
  const running = queue.inFlight.get(pending.id);
  if (running) {
    return running;
  }
  const started = attempt(queue, pending).finally(() => queue.inFlight.delete(pending.id));
  queue.inFlight.set(pending.id, started);
  return started;
}

/** A service that is down sends nothing; its queue goes out when it is back. */
function silenced(world: World, source: WebhookSource): boolean {
  if (source === "stripe") {
    return world.state.cards.control.mode === "down";
  }
  return !isUp(world, source);
}

function due(queue: QueueState): PendingWebhook[] {
  const { world } = queue;
  const { pending, mode } = world.state.webhooks;
  const now = Date.now();
  const ready = pending.filter((entry) => !entry.held && entry.dueAt <= now && !silenced(world, entry.source));
  if (!mode.shuffle) {
    return ready;
  }
  const rank = new Map(ready.map((entry) => [entry.id, seededFraction(world.seed, "shuffle", entry.id)]));
  return ready.toSorted((left, right) => (rank.get(left.id) ?? 0) - (rank.get(right.id) ?? 0));
}

async function sendDue(queue: QueueState): Promise<void> {
  for (const pending of due(queue)) {
    send(queue, pending);
  }
  await Promise.all(queue.inFlight.values());
}

function scheduleKick(queue: QueueState): void {
  if (queue.kick || queue.stopping) {
    return;
  }
  queue.kick = setTimeout(() => {
    queue.kick = null;
    void sendDue(queue);
  }, settleMs);
}

function enqueue(queue: QueueState, source: WebhookSource, eventId: string, type: string, body: string): string[] {
  const { webhooks } = queue.world.state;
  const target = webhooks.targets[source];
  if (!target || (target.events && !target.events.includes(type))) {
    return [];
  }
  const copies = Array.from({ length: 1 + webhooks.mode.duplicate }, () => ({
    id: newId("whd", 12),
    source,
    eventId,
    type,
    body,
    attempts: 0,
    dueAt: Date.now() + webhooks.mode.delayMs,
    held: webhooks.mode.hold,
  }));
  webhooks.pending.push(...copies);
  queue.world.changed();
  scheduleKick(queue);
  return copies.map((copy) => copy.id);
}

async function flush(queue: QueueState, order?: number[]): Promise<number> {
  const waiting = [...queue.world.state.webhooks.pending];
  const chosen = order ? order.flatMap((index) => waiting[index] ?? []) : waiting;
  for (const pending of chosen) {
    await send(queue, pending);
  }
  return chosen.length;
}

/** Builds the queue over the world's webhook state. */
export function createWebhookQueue(world: World): WebhookQueue {
  const queue: QueueState = { world, inFlight: new Map(), client: createWebhookClient(), stopping: false, kick: null };
  return {
    add: (source, eventId, type, body) => enqueue(queue, source, eventId, type, body),
    sendDue: () => sendDue(queue),
    flush: (order) => flush(queue, order),
    sendNow: async (ids) => {
      const chosen = world.state.webhooks.pending.filter((entry) => ids.includes(entry.id) && !entry.held);
      await Promise.all(chosen.map((entry) => send(queue, entry)));
    },
    stop: async () => {
      queue.stopping = true;
      queue.client.stop();
      if (queue.kick) {
        clearTimeout(queue.kick);
      }
      await Promise.all(queue.inFlight.values());
    },
  };
}
