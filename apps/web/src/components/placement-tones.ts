import type { LookVerdict, PageStanding } from "@smplat/contracts/vocabulary";
import type { Tone } from "@smplat/ui/tone";

/** What a placement's standing means for its reader. */
export const placementTones: Readonly<Record<PageStanding, Tone>> = {
  "not-checked": "neutral",
  reachable: "success",
  "in-doubt": "warning",
  unknown: "neutral",
  "not-reachable": "critical",
  withdrawn: "neutral",
};

export const lookTones: Readonly<Record<LookVerdict, Tone>> = { live: "success", gone: "critical", unknown: "neutral" };
