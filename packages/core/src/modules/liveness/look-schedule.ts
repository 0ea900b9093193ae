import { after, type Clock, days, hours, minutes, seconds } from "#kernel/clock";
import { confirmMs } from "./evaluate-standing.ts";
import type { Page } from "./page.ts";

/** Business milliseconds after a placement was first told of; then once a week. */
const firstLooks = [hours(1), hours(6), days(1), days(3), days(7)] as const;
const weekly = days(7);
/** The last look leaves time for a second one inside the window, without which nothing counts as gone. */
const lastLookBeforeEnd = 2 * confirmMs;
/** A page that is down may come back: looked at this often. */
const whileDown = days(1);
/** After a look that said nothing: one hour, two, four … up to a day. */
const afterSilence = hours(1);
/** Looks are gathered: pages due within the same stretch are looked at together. */
const grid = minutes(15);
/** On a fast clock two looks at one page keep this much wall time between them. */
const floorWallMs = seconds(2);

type Scheduled = Pick<Page, "state" | "doubtSince" | "unanswered" | "watchedFrom" | "endsAt">;

/** When a placement is looked at first; null when its window is too short for a look that could count. */
export function firstLookAt(page: Pick<Scheduled, "watchedFrom" | "endsAt">): Date | null {
  const last = after(page.endsAt, -lastLookBeforeEnd);
  const first = gathered(after(page.watchedFrom, firstLooks[0]));
  const at = first <= last ? first : page.watchedFrom;
  return after(at, confirmMs) <= page.endsAt ? at : null;
}

/**
 * When a page is looked at next after a look at `now`; null when the rest of the window has no room for one. Nothing is
 * looked at after the window.
 */
export function nextLookAt(clock: Clock, page: Scheduled, now: Date, notBeforeMs: number | null): Date | null {
  const next = wished(page, now);
  if (next === null) return null;
  const floor = after(now, Math.max(floorWallMs, notBeforeMs ?? 0) * clock.epoch().rate);
  const at = gathered(new Date(Math.max(next.getTime(), floor.getTime())));
  return at <= page.endsAt ? at : null;
}

function wished(page: Scheduled, now: Date): Date | null {
  if (page.unanswered > 0) return after(now, Math.min(days(1), afterSilence * 2 ** (page.unanswered - 1)));
  if (page.doubtSince !== null) return new Date(Math.max(after(page.doubtSince, confirmMs).getTime(), now.getTime()));
  const last = after(page.endsAt, -lastLookBeforeEnd);
  if (now >= last) return null;
  const planned = page.state === "down" ? after(now, whileDown) : after(page.watchedFrom, offsetAfter(page, now));
  return new Date(Math.min(planned.getTime(), last.getTime()));
}

function offsetAfter({ watchedFrom }: Pick<Scheduled, "watchedFrom">, now: Date): number {
  const age = now.getTime() - watchedFrom.getTime();
  return firstLooks.find((offset) => offset > age) ?? (Math.floor(age / weekly) + 1) * weekly;
}

const gathered = (at: Date): Date => new Date(Math.ceil(at.getTime() / grid) * grid);
