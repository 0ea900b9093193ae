import type { Scope } from "#infrastructure/database";
import type { EventStore } from "#infrastructure/events";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { ReceivedEvent } from "./browser-event.ts";
import { type IngestResult, ingestEvents } from "./ingest-events.ts";

/** What browsers tell of their visits. */
export interface Telemetry {
  /**
   * Takes a browser's events. Names outside the closed list, too many or unstorable values are refused one by one; an
   * id that is known is a duplicate. Refuses nothing as a whole.
   */
  ingest(scope: Scope, actor: Actor, events: readonly ReceivedEvent[]): Promise<IngestResult[]>;
}

export function createTelemetry(deps: { readonly clock: Clock; readonly events: EventStore }): Telemetry {
  return { ingest: (scope, actor, events) => ingestEvents(deps, scope, actor, events) };
}
