import type { Timeline } from "@smplat/contracts";
import type { Locale } from "@smplat/contracts/vocabulary";
import type { StoredEvent } from "@smplat/core";
import { staffTimelineCopy } from "./staff-timeline-copy.ts";
import { type Sentence, timelineCopy } from "./timeline-copy.ts";

type Entry = Timeline["entries"][number];

/** What happened to an order in the reader's words: the essential for its buyer, everything for staff, in their words. */
export function presentTimeline(
  events: readonly StoredEvent[],
  audience: "customer" | "operator",
  locale: Locale,
): Timeline {
  const tell = audience === "operator" ? tellStaff : tellBuyer;
  const entries = events.flatMap((event) => {
    const entry = tell(event, event.metadata as Metadata, locale);
    return entry === null ? [] : [{ id: event.id, at: event.recordedAt.toISOString(), ...entry }];
  });
  return { entries };
}

type Metadata = Readonly<Record<string, unknown>>;
type Told = Omit<Entry, "id" | "at">;

const say = (sentence: Sentence | undefined, metadata: Metadata): string | null =>
  (typeof sentence === "function" ? sentence(metadata) : sentence) ?? null;

function tellBuyer(event: StoredEvent, metadata: Metadata, locale: Locale): Told | null {
  const title = say(timelineCopy[locale].events[event.name], metadata);
  return title === null ? null : { kind: kindOf(event.name), title, detail: null };
}

function tellStaff(event: StoredEvent, metadata: Metadata, locale: Locale): Told {
  const { events, by } = staffTimelineCopy[locale];
  const title = say(events[event.name], metadata) ?? event.name;
  return { kind: kindOf(event.name), title, detail: detailOf(event, metadata, by) };
}

/** Staff sees who caused it and every fact of it, but for the order's own id. */
function detailOf(event: StoredEvent, metadata: Metadata, by: string): string {
  const facts = Object.entries(metadata)
    .filter(([name]) => name !== "orderId")
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`);
  const actor = event.actor.id === null ? event.actor.kind : `${event.actor.kind} ${event.actor.id}`;
  return [event.name, ...facts, `${by} ${actor}`].join(" · ");
}

const lineNews = /^(fulfillment|refill|liveness)\.|^order\.line-recorded$/;

function kindOf(name: string): Entry["kind"] {
  if (name.startsWith("payment.") || name.startsWith("refund.") || name.startsWith("dispute.")) return "payment";
  if (name.startsWith("billing.")) return "paper";
  if (lineNews.test(name)) return "line";
  return name.startsWith("delivery-proof.") || name.startsWith("receipts.") ? "proof" : "state";
}
