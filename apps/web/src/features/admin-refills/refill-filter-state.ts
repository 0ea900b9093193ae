import type { OperatorRefill } from "@smplat/contracts";

export const refillStates = ["requested", "approved", "submitted", "completed", "declined", "failed"] as const;
export type RefillState = OperatorRefill["state"];

/** The state the address asks for; null, and so all of them, for anything else. */
export const readRefillState = (text: string | undefined): RefillState | null =>
  refillStates.find((state) => state === text) ?? null;
