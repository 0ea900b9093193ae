import { type CardState, emptyCardState } from "./card-processor/card-state.ts";
import { emptyMailboxState, type MailboxState } from "./mailbox/mailbox-state.ts";
import { emptyObjectStoreState, type ObjectStoreState } from "./object-store/object-store-state.ts";
import { emptyPlatformState, type PlatformState } from "./platforms/platform-state.ts";
import { emptySupplierState, type SupplierId, type SupplierState } from "./suppliers/supplier-state.ts";
import { emptyWebhookState, type WebhookState, type WebhookTargets } from "./webhooks/webhook-state.ts";

/** Milliseconds since 1970; business time = business + (wall time − wall) × rate. */
export interface ClockAnchor {
  wall: number;
  business: number;
  rate: number;
}

/** Everything that survives a restart: plain JSON values only. */
export interface WorldState {
  version: 1;
  clock: ClockAnchor;
  /** How far the clock on the wall was moved, for shops whose wall clock is moved. */
  wallAddedMs: number;
  webhooks: WebhookState;
  cards: CardState;
  suppliers: Record<SupplierId, SupplierState>;
  platforms: PlatformState;
  mailbox: MailboxState;
  objects: ObjectStoreState;
}

/** A world in which nothing has happened yet. */
export function emptyWorldState(targets: WebhookTargets, now: number): WorldState {
  return {
    version: 1,
    clock: { wall: now, business: now, rate: 1 },
    wallAddedMs: 0,
    webhooks: emptyWebhookState(targets),
    cards: emptyCardState(),
    suppliers: { northbeam: emptySupplierState(), atelier: emptySupplierState(), quayside: emptySupplierState() },
    platforms: emptyPlatformState(),
    mailbox: emptyMailboxState(),
    objects: emptyObjectStoreState(),
  };
}
