/** Business time as the sandbox computes it: `business + (now − wall) × rate`. */
export interface SandboxClock {
  /** ISO 8601, real time. */
  readonly wall: string;
  /** ISO 8601, business time at `wall`. */
  readonly business: string;
  readonly rate: number;
}

export type SupplierId = "northbeam" | "atelier";

/** How a sandbox supplier behaves from now on. */
export interface SupplierBehavior {
  readonly mode:
    | "normal"
    | "down"
    | "accept-then-timeout"
    | "reject"
    | "short"
    | "stall"
    | "rate-limited"
    | "slow"
    | "malformed";
  /** Of the ordered units, how many a `short` delivery reaches: 0 to 1. */
  readonly shortShare?: number;
  /** Multiplies the pace of delivery. */
  readonly speed?: number;
}

/** What a supplier received under one reference. */
export interface SupplierOrder {
  readonly reference: string;
  /** Submit requests that arrived. */
  readonly submits: number;
  /** Different orders they made: more than one means the customer's order was placed twice. */
  readonly orders: number;
  readonly state: string;
}

/** A channel on a sandbox platform. */
export interface ChannelState {
  readonly followers?: number;
  readonly state?: "ok" | "missing" | "hidden" | "suspended" | "private" | "down" | "rate_limited" | "schema_changed";
  readonly growthPerDay?: number;
  readonly bio?: string;
}

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}

/** What happens to webhooks on their way. */
export interface WebhookMode {
  readonly duplicate?: number;
  readonly delayMs?: number;
  readonly shuffle?: boolean;
  readonly drop?: boolean;
  readonly hold?: boolean;
}

/** Remote control of the sandbox, one group per thing it plays. */
export interface SandboxClient {
  reset(): Promise<void>;
  /** Runs everything due now and waits for it: webhooks sent and answered. */
  tick(): Promise<void>;
  readonly clock: {
    get(): Promise<SandboxClock>;
    set(clock: SandboxClock): Promise<void>;
    advance(ms: number): Promise<void>;
  };
  readonly suppliers: {
    set(supplier: SupplierId, behavior: SupplierBehavior): Promise<void>;
    orders(supplier: SupplierId): Promise<readonly SupplierOrder[]>;
  };
  readonly channels: { set(platform: "youtube" | "bluesky", handle: string, state: ChannelState): Promise<void> };
  readonly webhooks: {
    setTargets(targets: { stripe?: WebhookTarget; northbeam?: WebhookTarget; atelier?: WebhookTarget }): Promise<void>;
    setMode(mode: WebhookMode): Promise<void>;
    /** Sends what is held, in the given order of indexes if there is one. */
    flush(order?: readonly number[]): Promise<void>;
    /** What was sent and how it was answered. */
    log(): Promise<readonly Record<string, unknown>[]>;
  };
  readonly mailbox: { list(): Promise<readonly SandboxMail[]>; clear(): Promise<void> };
  readonly stripe: {
    set(mode: "normal" | "timeout-after-success" | "down" | "webhook-first"): Promise<void>;
    closeDispute(charge: string, status: "won" | "lost"): Promise<void>;
  };
  readonly objectStore: { set(mode: "normal" | "down" | "slow" | "torn"): Promise<void> };
}

/** A message the sandbox's mail server received. */
export interface SandboxMail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
