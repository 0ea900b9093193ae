import type { Platform } from "@smplat/contracts/vocabulary";
import type { ActorRecord } from "#kernel/actor";
import type { LocalizedText } from "#kernel/locale";
import type { RefillState } from "./refill-states.ts";

export const refillOrigins = ["customer", "operator", "system"] as const;
/** Who noticed: the buyer, a person of ours, or the check of the evidence. */
export type RefillOrigin = (typeof refillOrigins)[number];

/** What a refill is about, as it was bought. */
export interface RefillSubject {
  readonly orderNumber: string | null;
  readonly title: LocalizedText;
  readonly unit: LocalizedText;
  readonly platform: Platform | null;
  readonly handle: string | null;
}

/** A make-good of one line. Units are the product's. */
export interface Refill {
  readonly id: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly state: RefillState;
  readonly origin: RefillOrigin;
  /** Missing when it was asked for. */
  readonly units: number;
  readonly orderedUnits: number;
  readonly subject: RefillSubject;
  readonly note: string | null;
  readonly requestedBy: ActorRecord;
  /** Business time, as every instant here but `lastAskedAt`. */
  readonly requestedAt: Date;
  readonly windowEndsAt: Date;
  readonly decidedBy: ActorRecord | null;
  readonly decidedAt: Date | null;
  /** Told to the buyer when it was declined. */
  readonly decisionReason: string | null;
  readonly submits: number;
  /** Wall time. */
  readonly lastAskedAt: Date | null;
  /** The supplier's words. Staff only. */
  readonly lastError: string | null;
  readonly submittedAt: Date | null;
  readonly closedAt: Date | null;
  /** How it ended, for staff. */
  readonly outcome: string | null;
}
