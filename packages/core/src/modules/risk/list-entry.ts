import type { RiskList, RiskListKind } from "@smplat/contracts/vocabulary";
import type { ActorRecord } from "#kernel/actor";

/** Somebody, a card or a network that is let through or refused whatever the score, until its time is over. */
export interface ListEntry {
  readonly id: string;
  readonly list: RiskList;
  readonly kind: RiskListKind;
  /** Keyed hash of the address or the card; null for a network. */
  readonly key: string | null;
  /** In CIDR notation. */
  readonly network: string | null;
  /** Why, for whoever reads the list. */
  readonly note: string;
  readonly actor: ActorRecord;
  readonly createdAt: Date;
  /** Null: until somebody takes it out. */
  readonly expiresAt: Date | null;
  readonly removedAt: Date | null;
}
