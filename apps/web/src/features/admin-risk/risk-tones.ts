import type { RiskAssessment } from "@smplat/contracts";
import type { Tone } from "@smplat/ui/tone";

export const decisionTones: Readonly<Record<RiskAssessment["decision"], Tone>> = {
  allow: "success",
  "step-up": "info",
  review: "warning",
  block: "critical",
};

export const reviewTones: Readonly<Record<RiskAssessment["review"], Tone>> = {
  none: "neutral",
  open: "warning",
  approved: "success",
  rejected: "critical",
  lapsed: "neutral",
};
