import type { Config } from "#infrastructure/config";
import { createDatabase, type Database, loadClock } from "#infrastructure/database";
import { createEventStore, type EventStore, type Subscription } from "#infrastructure/events";
import { createIdempotency, type Idempotency, idempotencyJobs } from "#infrastructure/idempotency";
import {
  createJobMonitor,
  createJobRunner,
  createOutbox,
  createQueue,
  createTraffic,
  type JobHandler,
  type JobMonitor,
  type JobRunner,
  type Queue,
  type Traffic,
} from "#infrastructure/jobs";
import { createLogger, type Logger } from "#infrastructure/logger";
import { createOutboundHttp, type OutboundHttp } from "#infrastructure/outbound-http";
import {
  createStorage,
  createStorageProbes,
  type Storage,
  type StorageProbes,
  storageJobs,
} from "#infrastructure/storage";
import type { Clock } from "#kernel/clock";
import { checkReadiness, type ReadinessCheck } from "./check-readiness.ts";
import { type Modules, wireModules } from "./wire-modules.ts";

/** What every module may be given. */
export interface Foundation {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly database: Database;
  readonly events: EventStore;
  readonly outboundHttp: OutboundHttp;
  readonly storage: Storage;
}

/** The whole business, wired. Everything an app may call is here. */
export interface Core extends Foundation, Modules {
  readonly idempotency: Idempotency;
  readonly queue: Queue;
  readonly runner: JobRunner;
  readonly handlers: readonly JobHandler[];
  readonly jobMonitor: JobMonitor;
  readonly storageProbes: StorageProbes;
  /** Whoever serves requests tells it, and background work gives way. */
  readonly traffic: Traffic;
  /** What is needed to serve, each with its state. */
  readiness(): Promise<readonly ReadinessCheck[]>;
  /** Closes what it opened. Stop the runner first. */
  close(): Promise<void>;
}

/** What a test or a tool may replace. */
export interface CoreOverrides {
  readonly logger?: Logger;
  readonly clock?: Clock;
}

/** What a module brings beside its interface. */
interface Reacting {
  readonly jobs?: readonly JobHandler[];
  readonly subscriptions?: readonly Subscription[];
}

/** Builds the business from its configuration. */
export async function createCore(config: Config, overrides: CoreOverrides = {}): Promise<Core> {
  const logger = overrides.logger ?? createLogger({ level: config.logLevel, service: "server" });
  const { url: connectionString, poolMax } = config.database;
  const database = createDatabase({
    connectionString,
    poolMax,
    applicationName: "smplat",
    logger,
    statementTimeoutMs: 10_000,
  });
  const leads = config.services.includes("scheduler");
  const clock = overrides.clock ?? (await loadClock(database.pool, config.clockRate, leads));
  const events = createEventStore();
  const outboundHttp = createOutboundHttp({
    egressOrigins: config.egressOrigins,
    egressHosts: config.egressHosts,
  });
  const storage = createStorage(config.storage);
  const foundation: Foundation = { config, logger, clock, database, events, outboundHttp, storage };

  const modules = wireModules(foundation);
  const reacting: readonly Reacting[] = Object.values(modules);
  const subscriptions = reacting.flatMap((module) => module.subscriptions ?? []);
  const idempotency = createIdempotency(database, clock);
  const storageProbes = createStorageProbes({ database, storage, clock });
  const startedAtMs = Date.now();
  const handlers = [
    ...idempotencyJobs(idempotency),
    ...storageJobs(storageProbes),
    ...reacting.flatMap((module) => module.jobs ?? []),
    ...subscriptions.map((subscription) => subscription.handler),
  ];
  const queue = createQueue({ database, clock, logger, supervise: leads });
  const traffic = createTraffic();
  const work = { concurrency: laneConcurrency, pollMs: 500, traffic };
  const runner = createJobRunner({ queue, database, handlers, logger, ...work });
  const onCommitted = (lanes: ReadonlySet<string>) => runner.wake(lanes);
  database.connectOutbox(createOutbox({ queue, events, subscriptions, clock, onCommitted }));
  await queue.start();
  const jobMonitor = createJobMonitor({ database, queue, handlers });
  return {
    ...foundation,
    ...modules,
    idempotency,
    queue,
    runner,
    handlers,
    jobMonitor,
    storageProbes,
    traffic,
    readiness: () => checkReadiness({ database, jobMonitor, handlers, storageProbes, startedAtMs }),
    close: async () => {
      await queue.stop();
      outboundHttp.close();
      await database.close();
    },
  };
}

const laneConcurrency = { local: 4, payments: 4, suppliers: 6, sources: 6, mail: 2, storage: 2 } as const;

export type { StoredEvent } from "#infrastructure/events";
export type { StorageProbe } from "#infrastructure/storage";
export type { PaperDownload, PaperListing } from "#modules/billing";
export type { Cart, CartLine, CartProblem, CartQuote } from "#modules/carts";
export {
  availabilityOf,
  type CatalogProduct,
  optionPath,
  type PolicyDecision,
  type PriceBook,
  type ProductCard,
  type ProductDraft,
} from "#modules/catalog";
export {
  type ChannelView,
  type CheckResult,
  checksMax,
  domainProofPath,
  type KeptChannel,
  type OwnershipClaim,
  proofPageOf,
} from "#modules/channel-ownership";
export type { CustomerProfile, Person, SignedInPerson } from "#modules/customers";
export type { LineInspection, LineProofView, OrderProof, ProofMetrics } from "#modules/delivery-proof";
export {
  type AttemptView,
  type ProviderAttempt,
  type RouteCandidate,
  type RoutingDecision,
  routeLine,
  routingPolicy,
  scheduledUnits,
  troubleOf,
} from "#modules/fulfillment";
export type { Look, WatchedPlacement } from "#modules/liveness";
export type { AuditEntry, Order, OrderCommand, OrderLine, OrderWithLines } from "#modules/orders";
export { type Dispute, operatorRefundLimitMinor, type Payment, type Refund } from "#modules/payments";
export type { StoredLineQuote } from "#modules/pricing";
export type { DigestPlace, Erasure, PublishedRoot, Receipt, ReceiptKey } from "#modules/receipts";
export type { LineRefills, Refill } from "#modules/refills";
export type { ListEntry as RiskEntry, ReviewItem as RiskReviewItem } from "#modules/risk";
export {
  type Attestation,
  type ChannelDiagnosis,
  describeFailure,
  type MetricSnapshot,
  retryPolicyOf,
  type SocialAccount,
  type SourceHealth,
  type ValidationResult,
} from "#modules/social-accounts";
export type {
  BalanceView,
  DryRunResult,
  Estimate,
  ProviderChange,
  ProviderView,
  QualityView,
  ServiceView,
} from "#modules/suppliers";
export type { AfterSales } from "#modules/support";
