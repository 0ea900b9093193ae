import { type BrowserEvent, browserEvents, type Platform } from "@smplat/contracts/vocabulary";
import { after, days, minutes } from "#kernel/clock";

export type MetadataValue = string | number | boolean | null;

/** An event as a browser sent it; only its shape was checked. */
export interface ReceivedEvent {
  /** Made by the browser: a repeated beacon brings the same. */
  readonly id: string;
  readonly name: string;
  /** The browser's clock. */
  readonly recordedAt: Date;
  readonly platformSlug: Platform | null;
  readonly metadata: Readonly<Record<string, MetadataValue>>;
}

const names: ReadonlySet<string> = new Set<BrowserEvent>(browserEvents);
const keysMax = 30;
const keyShape = /^[A-Za-z][\w.-]{0,59}$/;
const oldestMs = days(7);
const newestMs = minutes(5);

/** Whether an event may be stored: a name of the closed list, and few flat values that a database can hold. */
export function isAcceptable(event: ReceivedEvent): boolean {
  const entries = Object.entries(event.metadata);
  return (
    names.has(event.name) &&
    !Number.isNaN(event.recordedAt.getTime()) &&
    entries.length <= keysMax &&
    entries.every(([key, value]) => keyShape.test(key) && isStorable(value))
  );
}

/** JSON in the database holds neither NUL nor half a surrogate pair. */
const isStorable = (value: MetadataValue): boolean =>
  typeof value !== "string" || (!value.includes("\u0000") && value.isWellFormed());

/** A browser's clock is believed from a week back to five minutes ahead; beyond that its nearest end is. */
export function believableTime(recordedAt: Date, receivedAt: Date): Date {
  const earliest = after(receivedAt, -oldestMs);
  const latest = after(receivedAt, newestMs);
  if (recordedAt < earliest) return earliest;
  return recordedAt > latest ? latest : recordedAt;
}
