import type { LookVerdict } from "@smplat/contracts/vocabulary";
import { hours } from "#kernel/clock";
import type { Page } from "./page.ts";

/** Looks that contradict what counts must lie this far apart, in business time: a page that flaps changes nothing. */
export const confirmMs = hours(6);

export type Standing = Pick<Page, "state" | "doubtSince" | "seenAt" | "goneSince" | "unanswered">;

/**
 * What a page counts as after one more look. Down after two looks six hours apart that found it gone, and up again after
 * two that found it live, with none between them that found the opposite. A look that says nothing changes nothing.
 */
export function evaluateStanding(page: Standing, verdict: LookVerdict, at: Date): Standing {
  if (verdict === "unknown") return { ...standingOf(page), unanswered: page.unanswered + 1 };
  const told = {
    ...standingOf(page),
    unanswered: 0,
    seenAt: verdict === "live" ? at : page.seenAt,
  };
  const contradicts = verdict === (page.state === "up" ? "gone" : "live");
  if (!contradicts) return { ...told, doubtSince: null };
  const doubtSince = page.doubtSince ?? at;
  if (at.getTime() - doubtSince.getTime() < confirmMs) return { ...told, doubtSince };
  return page.state === "up"
    ? { ...told, state: "down", doubtSince: null, goneSince: doubtSince }
    : { ...told, state: "up", doubtSince: null, goneSince: null };
}

const standingOf = ({ state, doubtSince, seenAt, goneSince, unanswered }: Standing): Standing => ({
  state,
  doubtSince,
  seenAt,
  goneSince,
  unanswered,
});
