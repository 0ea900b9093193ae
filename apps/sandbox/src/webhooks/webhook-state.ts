/** The services that call back. */
export type WebhookSource = "stripe" | "northbeam" | "atelier";

export interface WebhookTarget {
  url: string;
  secret: string;
  /** The event types wanted; all when absent. */
  events?: string[];
}

export type WebhookTargets = Partial<Record<WebhookSource, WebhookTarget>>;

/** How deliveries are disturbed. */
export interface WebhookMode {
  /** Extra copies sent of each delivery. */
  duplicate: number;
  delayMs: number;
  shuffle: boolean;
  /** Pretend to send and never do. */
  drop: boolean;
  /** Keep everything until a flush. */
  hold: boolean;
}

/** One message waiting to be sent, or to be sent again. */
export interface PendingWebhook {
  id: string;
  source: WebhookSource;
  eventId: string;
  type: string;
  body: string;
  attempts: number;
  /** Wall-clock milliseconds. */
  dueAt: number;
  held: boolean;
}

/** One attempt and how it was answered; `status` is null when no answer came. */
export interface WebhookLogEntry {
  source: WebhookSource;
  eventId: string;
  type: string;
  url: string;
  attempt: number;
  sentAt: string;
  durationMs: number;
  status: number | null;
  outcome: "delivered" | "failed" | "dropped" | "given-up";
  detail: string;
  body: string;
}

export interface WebhookState {
  targets: WebhookTargets;
  mode: WebhookMode;
  pending: PendingWebhook[];
  log: WebhookLogEntry[];
}

/** Nothing waiting, nothing disturbed. */
export function emptyWebhookState(targets: WebhookTargets): WebhookState {
  return {
    targets: { ...targets },
    mode: { duplicate: 0, delayMs: 0, shuffle: false, drop: false, hold: false },
    pending: [],
    log: [],
  };
}
