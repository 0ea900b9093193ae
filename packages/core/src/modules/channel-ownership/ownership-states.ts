import {
  type ChallengeState,
  challengeStates,
  type OwnershipState,
  ownershipStates,
} from "@smplat/contracts/vocabulary";
import { defineStateMachine } from "#kernel/state-machine";

/** `lapse`: the proof is too old or the channel is another one. `lose`: somebody else proved it later. */
export type ClaimCommand = "prove" | "lapse" | "lose";

export const claimMachine = defineStateMachine<OwnershipState, ClaimCommand>({
  states: ownershipStates,
  initial: "unproven",
  ended: [],
  transitions: [
    { from: ["unproven", "proven", "stale", "demoted"], command: "prove", to: ["proven"] },
    { from: ["proven"], command: "lapse", to: ["stale"] },
    { from: ["proven"], command: "lose", to: ["demoted"] },
  ],
});

export type ChallengeCommand = "confirm" | "expire" | "exhaust";

export const challengeMachine = defineStateMachine<ChallengeState, ChallengeCommand>({
  states: challengeStates,
  initial: "issued",
  ended: ["proven", "expired", "exhausted"],
  transitions: [
    { from: ["issued"], command: "confirm", to: ["proven"] },
    { from: ["issued"], command: "expire", to: ["expired"] },
    { from: ["issued"], command: "exhaust", to: ["exhausted"] },
  ],
});

/** What a challenge answers to somebody who wants the channel looked at now. */
export type CheckAnswer =
  | { readonly kind: "look" }
  | { readonly kind: "ended" }
  | { readonly kind: "too-late" }
  | { readonly kind: "too-soon"; readonly retryAt: Date };

/** Whether a channel may be looked at for a code at `wall`. */
export function answerCheck(
  challenge: { readonly state: ChallengeState; readonly expiresAt: Date; readonly nextCheckAt: Date },
  wall: Date,
): CheckAnswer {
  if (challenge.state !== "issued") return { kind: "ended" };
  if (challenge.expiresAt <= wall) return { kind: "too-late" };
  return challenge.nextCheckAt > wall ? { kind: "too-soon", retryAt: challenge.nextCheckAt } : { kind: "look" };
}
