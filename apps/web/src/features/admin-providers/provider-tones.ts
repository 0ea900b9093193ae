import type { ProviderSummary } from "@smplat/contracts";
import type { Tone } from "@smplat/ui/tone";

/** What a supplier's state means to whoever looks after it. */
export const providerTones: Readonly<Record<ProviderSummary["state"], Tone>> = {
  active: "success",
  paused: "warning",
  drained: "info",
  retired: "neutral",
};
