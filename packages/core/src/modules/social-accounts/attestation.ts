import type { Platform } from "@smplat/contracts/vocabulary";
import { hours } from "#kernel/clock";
import type { MeasuredReading, ReadingPurpose } from "./social-account.ts";

export type AttestationState = "proposed" | "live" | "declined" | "revoked" | "expired";

/** Counts of a channel that one person of the staff saw and another one confirmed. Times are business time. */
export interface Attestation {
  readonly id: string;
  readonly platform: Platform;
  readonly handle: string;
  readonly state: AttestationState;
  readonly followers: number;
  readonly posts: number | null;
  /** When the counts were seen. */
  readonly observedAt: Date;
  readonly evidenceUrl: string | null;
  readonly evidenceText: string;
  readonly reason: string;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  readonly expiresAt: Date;
  /** Who confirmed or declined it: never who entered it. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Who revoked it; null while it lives and when it ran out by itself. */
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

/** What the source of such a reading is called. */
export const attestationSource = "manual-entry";

/** How old a look may be to tell about a delivery: older ones were before it, and would show no change. */
const followUpMs = hours(24);

/** Whether what was seen then may answer a reading for this purpose now. */
export function answers(
  attestation: Pick<Attestation, "state" | "observedAt" | "expiresAt">,
  purpose: ReadingPurpose,
  now: Date,
): boolean {
  if (attestation.state !== "live" || attestation.expiresAt <= now) return false;
  if (purpose === "validation" || purpose === "baseline") return true;
  return now.getTime() - attestation.observedAt.getTime() <= followUpMs;
}

/** The reading it stands for: taken when it was seen, not now. The hash is of the evidence as it was written. */
export function readingOf(attestation: Attestation, hashOf: (text: string) => string): MeasuredReading {
  const { observedAt: takenAt, followers, posts, evidenceUrl, evidenceText } = attestation;
  return {
    status: "measured",
    reading: {
      ...{ takenAt, source: attestationSource, method: "manual", followers, posts, views: null },
      // Not told by the platform: the account keeps what it knows.
      ...{ platformUserId: "", displayName: null, avatarUrl: null },
      precision: { kind: "exact", step: 0 },
      rawHash: hashOf(JSON.stringify([attestation.id, evidenceUrl, evidenceText])),
      etag: null,
    },
  };
}
