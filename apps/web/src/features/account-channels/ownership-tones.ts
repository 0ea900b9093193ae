import type { OwnershipState } from "@smplat/contracts/vocabulary";
import type { Tone } from "@smplat/ui/tone";

/** How a state of ownership is colored, the same everywhere. */
export const ownershipTones: Readonly<Record<OwnershipState, Tone>> = {
  unproven: "neutral",
  proven: "success",
  stale: "warning",
  demoted: "critical",
};
