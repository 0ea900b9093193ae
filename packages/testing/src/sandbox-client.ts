/** Business time as the sandbox computes it: `business + (now − wall) × rate`. */
export interface SandboxClock {
  /** ISO 8601, real time. */
  readonly wall: string;
  /** ISO 8601, business time at `wall`. */
  readonly business: string;
  readonly rate: number;
}

export type SupplierId = "northbeam" | "atelier" | "quayside";

/** How a sandbox supplier behaves from now on. */
export interface SupplierBehavior {
  readonly mode?:
    | "normal"
    | "down"
    | "accept-then-timeout"
    | "reject"
    | "short"
    | "stall"
    | "rate-limited"
    | "slow"
    | "malformed"
    | "flapping"
    | "brown-out"
    | "overclaim"
    | "miscount";
  /** Of the ordered units, how many a `short` or `overclaim` delivery reaches: 0 to 1. */
  readonly shortShare?: number;
  /** Multiplies the pace of delivery. */
  readonly speed?: number;
  /** `none` makes every order punctual, complete and followed by a clear lift of the channel. */
  readonly variation?: "natural" | "none";
  /** How long `accept-then-timeout` holds the connection. */
  readonly hangMs?: number;
  /** How long an answer takes in mode `slow`. */
  readonly slowMs?: number;
  /** How long it answers, and does not, while it is `flapping`: business hours on average. */
  readonly upHours?: number;
  readonly downHours?: number;
  /** Share of requests turned away in mode `brown-out`. */
  readonly failShare?: number;
  /** Today's prices as a multiple of the first list's. */
  readonly priceFactor?: number;
  /** Prepaid credit left, minor units; null for a line that never runs dry. */
  readonly creditMinor?: number | null;
  /** How far its clock is ahead. */
  readonly skewMs?: number;
  /** Multiplies the wait before a new order starts. */
  readonly startFactor?: number;
  /** Share of new orders' evidence that disappears within `dropOffDays` of its hand-over. */
  readonly dropOffShare?: number;
  readonly dropOffDays?: number;
}

/** An order a supplier has. */
export interface SupplierOrder {
  readonly id: string;
  readonly reference: string;
  readonly service: string;
  readonly target: { readonly platform: string; readonly handle: string };
  readonly state: string;
  readonly ordered: number;
  readonly delivered: number;
  /** What it was taken at, minor units. */
  readonly priceMinor: number;
  /** Submit requests that arrived under the reference. */
  readonly submits: number;
  /** Batches of work on top of the order itself. */
  readonly makeGoods: number;
  /** Orders they made: more than one means that the customer's order was placed twice. */
  readonly ordersForReference: number;
}

/** How a page of evidence behaves; `true`: it stands as long as the evidence does. */
export type EvidencePageMode =
  | "true"
  | "gone"
  | "missing"
  | "outage"
  | "forbidden"
  | "flapping"
  | "front-page"
  | "moved"
  | "inward"
  | "hang";

export type SandboxPlatform = "youtube" | "bluesky" | "instagram" | "tiktok" | "x" | "mastodon" | "twitch";

/** How a whole platform behaves; `unauthorized` refuses every credential. */
export type PlatformMode = "normal" | "down" | "rate_limited" | "schema_changed" | "unauthorized";

/** A channel on a sandbox platform. */
export interface ChannelState {
  readonly followers?: number;
  readonly state?: "ok" | "missing" | "hidden" | "suspended" | "private" | "down" | "rate_limited" | "schema_changed";
  readonly growthPerDay?: number;
  readonly bio?: string;
  readonly links?: readonly string[];
  /** On Mastodon: addresses found to link back. */
  readonly verifiedLinks?: readonly string[];
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

export type WebhookSource = "stripe" | "northbeam" | "atelier";

/** A webhook that waits to be sent. */
export interface PendingWebhook {
  readonly index: number;
  readonly source: WebhookSource;
  readonly eventId: string;
  readonly type: string;
  readonly attempts: number;
  readonly held: boolean;
  readonly body: unknown;
}

/** One attempt to send a webhook; `status` is null when no answer came. */
export interface WebhookDelivery {
  readonly source: WebhookSource;
  readonly eventId: string;
  readonly type: string;
  readonly url: string;
  readonly attempt: number;
  readonly status: number | null;
  readonly outcome: "delivered" | "failed" | "dropped" | "given-up";
  readonly detail: string;
  /** As it was sent. */
  readonly body: string;
}

/** Remote control of the sandbox, one group per thing it plays. */
export interface SandboxClient {
  reset(): Promise<void>;
  /** Runs everything due now and waits for it: webhooks sent and answered. */
  tick(): Promise<void>;
  readonly clock: {
    get(): Promise<SandboxClock>;
    set(clock: Partial<SandboxClock>): Promise<void>;
    /** @param withWall whether signatures are made that much later as well: for a shop whose wall clock is moved */
    advance(ms: number, withWall?: boolean): Promise<void>;
  };
  readonly suppliers: {
    set(supplier: SupplierId, behavior: SupplierBehavior): Promise<void>;
    orders(supplier: SupplierId): Promise<readonly SupplierOrder[]>;
    /** Whether a piece of evidence is still to be found, e.g. a placement that was taken down. */
    setEvidence(evidenceId: string, live: boolean): Promise<void>;
    /** What the public finds at a piece of evidence, while its supplier says what it always said. */
    setPage(evidenceId: string, page: EvidencePageMode): Promise<void>;
    /** How often a page of evidence was asked for, and by which user agent last. */
    readPage(evidenceId: string): Promise<{ readonly asked: number; readonly agent: string }>;
  };
  readonly channels: {
    set(platform: SandboxPlatform, handle: string, state: ChannelState): Promise<void>;
    /** Ends what an owner allowed, as they can in the platform's settings. */
    withdrawConsent(platform: SandboxPlatform, handle: string): Promise<void>;
  };
  readonly platforms: { set(platform: SandboxPlatform, mode: PlatformMode): Promise<void> };
  readonly webhooks: {
    /** Null takes a target away. */
    setTargets(targets: Partial<Record<WebhookSource, WebhookTarget | null>>): Promise<void>;
    setMode(mode: WebhookMode): Promise<void>;
    pending(): Promise<readonly PendingWebhook[]>;
    /** Sends what is held, in the given order of indexes if there is one. */
    flush(order?: readonly number[]): Promise<void>;
    /** What was sent and how it was answered. */
    log(): Promise<readonly WebhookDelivery[]>;
  };
  readonly mailbox: {
    /** Newest first. */
    list(to?: string): Promise<readonly SandboxMail[]>;
    clear(): Promise<void>;
    set(mode: "normal" | "reject-temporarily" | "reject"): Promise<void>;
  };
  readonly stripe: {
    /** @param hangMs how long `timeout-after-success` holds the connection */
    set(mode: "normal" | "timeout-after-success" | "down" | "webhook-first", hangMs?: number): Promise<void>;
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
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly size: number }[];
}
