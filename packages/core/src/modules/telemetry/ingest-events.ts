import type { Scope } from "#infrastructure/database";
import type { EventStore, StoredEvent } from "#infrastructure/events";
import { currentContext } from "#infrastructure/logger";
import { type Actor, recordActor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { newUuid } from "#kernel/id";
import { believableTime, isAcceptable, type ReceivedEvent } from "./browser-event.ts";

export interface IngestResult {
  readonly id: string;
  readonly status: "stored" | "duplicate" | "refused";
}

/** Stores what may be stored, in one statement, and answers for each event in the order they came. */
export async function ingestEvents(
  deps: { readonly clock: Clock; readonly events: EventStore },
  scope: Scope,
  actor: Actor,
  received: readonly ReceivedEvent[],
): Promise<IngestResult[]> {
  const receivedAt = deps.clock.wall();
  const correlationId = currentContext()?.correlationId ?? newUuid();
  const accepted = new Map<string, StoredEvent>();
  for (const event of received) {
    const id = event.id.toLowerCase();
    if (!isAcceptable(event) || accepted.has(id)) continue;
    accepted.set(id, {
      id,
      name: event.name,
      source: "storefront",
      recordedAt: believableTime(event.recordedAt, receivedAt),
      receivedAt,
      correlationId,
      actor: recordActor(actor),
      guardrail: { ...noGuardrail, platformSlug: event.platformSlug },
      metadata: event.metadata,
    });
  }
  const stored = new Set(await deps.events.append(scope.tables<unknown>(), [...accepted.values()]));
  return received.map((event) => {
    if (!isAcceptable(event)) return { id: event.id, status: "refused" };
    // The first of two with one id in a batch is the one that was stored.
    return { id: event.id, status: stored.delete(event.id.toLowerCase()) ? "stored" : "duplicate" };
  });
}

const noGuardrail = {
  loyaltyTier: null,
  experimentSlug: null,
  experimentVariant: null,
  guardrailStatus: null,
} as const;
