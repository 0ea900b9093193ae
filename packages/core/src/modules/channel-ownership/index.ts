export {
  type ChannelOwnership,
  createChannelOwnership,
  type OwnershipDeps,
} from "./channel-ownership.ts";
export type { CheckFinding, CheckResult } from "./check-challenge.ts";
export type { LookAlike } from "./find-look-alikes.ts";
export type { OwnershipClaim } from "./find-proven.ts";
export type { KeptChannel } from "./keep-channel.ts";
export type { ChannelView } from "./list-channels.ts";
export {
  type Challenge,
  type ChannelGoal,
  type Claim,
  type ClaimReason,
  checksMax,
  type GoalMetric,
  type OwnershipEvidence,
} from "./ownership.ts";
export { claimDemoted, claimExpiring, claimLapsed, claimProven } from "./ownership-events.ts";
export { ownershipInvariants } from "./ownership-invariants.ts";
export { domainProofPath, proofPageOf } from "./proof-page.ts";
