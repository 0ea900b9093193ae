import type { Snapshot } from "@smplat/contracts";

/**
 * How exact a count may be called: told by the platform to the last follower, rounded by it, or only as somebody of the
 * staff saw it, whose word is no exact count whatever it says.
 */
export function exactnessOf({
  method,
  precision,
}: Pick<Snapshot, "method" | "precision">): "exact" | "rounded" | "asSeen" {
  if (method === "manual") return "asSeen";
  return precision.kind === "exact" ? "exact" : "rounded";
}
