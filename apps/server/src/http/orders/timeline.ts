import type { Timeline } from "@smplat/contracts";
import type { Locale } from "@smplat/contracts/vocabulary";
import type { StoredEvent } from "@smplat/core";
import { type TimelineCopy, timelineCopy } from "./timeline-copy.ts";

type Entry = Timeline["entries"][number];

/** What happened to an order in the reader's words: the essential for its buyer, everything for staff, in their words. */
export function presentTimeline(
  events: readonly StoredEvent[],
  audience: "customer" | "operator",
  locale: Locale,
): Timeline {
  const copy = timelineCopy[locale];
  const entries = events.flatMap((event) => {
    const entry = entryOf(event, copy, audience);
    return entry === null ? [] : [{ id: event.id, at: event.recordedAt.toISOString(), ...entry }];
  });
  return { entries };
}

type Metadata = Readonly<Record<string, unknown>>;

function entryOf(
  event: StoredEvent,
  copy: TimelineCopy,
  audience: "customer" | "operator",
): Omit<Entry, "id" | "at"> | null {
  const metadata = event.metadata as Metadata;
  const known = (audience === "operator" ? copy.staff[event.name] : undefined) ?? copy.events[event.name];
  const title = typeof known === "function" ? known(metadata) : known;
  const kind = kindOf(event.name);
  if (audience === "operator") return { kind, title: title ?? event.name, detail: detailOf(event, metadata) };
  return title === undefined || title === null ? null : { kind, title, detail: null };
}

/** Staff sees who caused it and every fact of it, but for the order's own id. */
function detailOf(event: StoredEvent, metadata: Metadata): string {
  const facts = Object.entries(metadata)
    .filter(([name]) => name !== "orderId")
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`);
  const actor = event.actor.id === null ? event.actor.kind : `${event.actor.kind} ${event.actor.id}`;
  return [event.name, ...facts, `by ${actor}`].join(" · ");
}

function kindOf(name: string): Entry["kind"] {
  if (name.startsWith("payment.") || name.startsWith("refund.") || name.startsWith("dispute.")) return "payment";
  if (name.startsWith("billing.")) return "paper";
  if (name.startsWith("fulfillment.") || name.startsWith("refill.") || name === "order.line-recorded") return "line";
  return name.startsWith("delivery-proof.") ? "proof" : "state";
}
