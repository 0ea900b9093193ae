import type { OperatorProduct } from "@smplat/contracts";
import type { Tone } from "@smplat/ui/tone";

export type Policy = NonNullable<OperatorProduct["policy"]>;

export const policyTones: Readonly<Record<Policy["outcome"], Tone>> = {
  allowed: "success",
  review: "warning",
  refused: "critical",
};
