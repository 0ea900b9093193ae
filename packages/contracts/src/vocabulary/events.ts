import type { Platform } from "./platforms.ts";

export const eventSources = ["storefront", "admin", "automation"] as const;
export type EventSource = (typeof eventSources)[number];

export const guardrailStatuses = ["healthy", "warning", "breached"] as const;

/** Who or what caused an event; the id is ours, never an e-mail or a handle. */
export interface EventActor {
  readonly kind: string;
  readonly id: string | null;
}

/** The dimensions every event may carry, so that shop, back office and warehouse can't drift apart. */
export interface EventGuardrail {
  readonly platformSlug: Platform | null;
  readonly loyaltyTier: string | null;
  readonly experimentSlug: string | null;
  readonly experimentVariant: string | null;
  readonly guardrailStatus: (typeof guardrailStatuses)[number] | null;
}

/**
 * The envelope of everything that happened. `recordedAt` is the producer's clock (business time on the server, the
 * browser's clock for browser events), `receivedAt` the server's wall clock.
 */
export interface EventEnvelope<Name extends string = string, Metadata = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly name: Name;
  readonly source: EventSource;
  readonly recordedAt: string;
  readonly receivedAt: string;
  readonly correlationId: string;
  readonly actor: EventActor;
  readonly guardrail: EventGuardrail;
  readonly metadata: Metadata;
}

/** The only names a browser may send; the server refuses any other from a browser. */
export const browserEvents = [
  "storefront.page-viewed",
  "product.viewed",
  "product.configured",
  "preset.applied",
  "channel.validated",
  "cart.viewed",
  "checkout.started",
  "checkout.contact-completed",
  "checkout.payment-shown",
  "checkout.submitted",
  "checkout.succeeded-viewed",
] as const;
export type BrowserEvent = (typeof browserEvents)[number];
