import type { InspectedPlacement, Placement } from "@smplat/contracts";
import type { PageStanding } from "@smplat/contracts/vocabulary";
import type { WatchedPlacement } from "@smplat/core";

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** A placement as its buyer sees it: when we looked and what that says, not how its host answered. */
export const presentPlacement = (placement: WatchedPlacement): Placement => ({
  ...presentStanding(placement),
  looks: placement.newestLooks.map(({ at, verdict }) => ({ at: at.toISOString(), verdict })),
});

export const presentInspectedPlacement = (placement: WatchedPlacement): InspectedPlacement => ({
  ...presentStanding(placement),
  doubtSince: instant(placement.doubtSince),
  unanswered: placement.unanswered,
  watchedFrom: placement.watchedFrom.toISOString(),
  guaranteeEndsAt: placement.endsAt.toISOString(),
  looks: placement.newestLooks.map(({ number, at, verdict, reason, status, answeredBy, latencyMs }) => ({
    ...{ number, at: at.toISOString(), verdict, reason, status, answeredBy, latencyMs },
  })),
});

function presentStanding(placement: WatchedPlacement): Omit<Placement, "looks"> {
  const { id, lineId, address, title, isNamed, state, looks } = placement;
  return {
    ...{ id, lineId, address, title },
    standing: standingOf(placement),
    counts: isNamed && state === "up",
    seenAt: instant(placement.seenAt),
    goneSince: instant(placement.goneSince),
    lastLookAt: instant(placement.lastLookAt),
    nextLookAt: instant(placement.nextAt),
    lookCount: looks,
  };
}

function standingOf({ isNamed, state, looks, doubtSince, unanswered }: WatchedPlacement): PageStanding {
  if (!isNamed) return "withdrawn";
  if (state === "down") return "not-reachable";
  if (looks === 0) return "not-checked";
  if (doubtSince !== null) return "in-doubt";
  return unanswered > 0 ? "unknown" : "reachable";
}
