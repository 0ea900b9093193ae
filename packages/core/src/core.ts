import type { Config } from "#infrastructure/config";
import { createDatabase, type Database, loadClock } from "#infrastructure/database";
import { createEventStore, type EventStore, type Subscription } from "#infrastructure/events";
import { createIdempotency, type Idempotency } from "#infrastructure/idempotency";
import {
  createJobRunner,
  createOutbox,
  createQueue,
  type JobHandler,
  type JobRunner,
  type Queue,
} from "#infrastructure/jobs";
import { createLogger, type Logger } from "#infrastructure/logger";
import { createOutboundHttp } from "#infrastructure/outbound-http";
import type { Clock } from "#kernel/clock";
import { type Catalog, createCatalog } from "#modules/catalog";
import { type Carts, createCarts } from "#modules/carts";
import { type Catalog, createCatalog } from "#modules/catalog";
import { type Checkout, createCheckout } from "#modules/checkout";
import { type Customers, createCustomers } from "#modules/customers";
import { createLedger, type Ledger } from "#modules/ledger";
import { createOrders, type Orders } from "#modules/orders";
import { createPayments, createStripeProcessor, type Payments } from "#modules/payments";
import { createPricing, type Pricing, smallestOrderNet } from "#modules/pricing";
import { createTax, type Tax } from "#modules/tax";
import { createPricing, type Pricing, smallestOrderNet } from "#modules/pricing";
import { createSocialAccounts, type SocialAccounts } from "#modules/social-accounts";
import { createTax, type Tax } from "#modules/tax";
import { createTelemetry, type Telemetry } from "#modules/telemetry";

/** The whole business, wired. Everything an app may call is here. */
export interface Core {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly database: Database;
  readonly events: EventStore;
  readonly idempotency: Idempotency;
  readonly queue: Queue;
  readonly runner: JobRunner;
  readonly handlers: readonly JobHandler[];
  readonly catalog: Catalog;
  readonly carts: Carts;
  readonly catalog: Catalog;
  readonly checkout: Checkout;
  readonly customers: Customers;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly payments: Payments;
  readonly pricing: Pricing;
  readonly tax: Tax;
  readonly pricing: Pricing;
  readonly socialAccounts: SocialAccounts;
  readonly tax: Tax;
  readonly telemetry: Telemetry;
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

/** Builds the business from its configuration, in the order of the modules: each gets only what is below it. */
export async function createCore(config: Config, overrides: CoreOverrides = {}): Promise<Core> {
  const logger = overrides.logger ?? createLogger({ level: config.logLevel, service: "server" });
  const database = createDatabase({
    connectionString: config.database.url,
    poolMax: config.database.poolMax,
    applicationName: "smplat",
    logger,
    statementTimeoutMs: 10_000,
  });
  const leads = config.services.includes("scheduler");
  const clock = overrides.clock ?? (await loadClock(database.pool, config.clockRate, leads));
  const queue = createQueue({ pool: database.pool, clock, logger, supervise: leads });
  const events = createEventStore();

  const sessions = { publicUrl: config.publicUrl, sessionSecret: config.secrets.session };
  const customers = createCustomers({ database, clock, logger, ...sessions });
  const telemetry = createTelemetry({ clock, events });
  const catalog = createCatalog({ clock, smallestOrderNet });
  const ledger = createLedger();
  const tax = createTax();
  const outboundHttp = createOutboundHttp({ egressOrigins: config.egressOrigins });
  const socialAccounts = createSocialAccounts({ database, clock, logger, outboundHttp, sources: config.sources });
  const quoteSigningKey = config.secrets.quoteSigning;
  const pricing = createPricing({ clock, catalog, signingKey: quoteSigningKey });
  const carts = createCarts({ clock, catalog, pricing, socialAccounts });
  const tax = createTax();
  const catalog = createCatalog({ clock, smallestOrderNet });
  const pricing = createPricing({ clock, catalog, signingKey: config.secrets.quoteSigning });
  const orders = createOrders({ clock });
  const processor = createStripeProcessor(config.processor);
  const payments = createPayments({ clock, database, orders, ledger, processor });

  const reacting: readonly Reacting[] = [customers, pricing, orders, payments];
  const subscriptions = reacting.flatMap((module) => module.subscriptions ?? []);
  const handlers = [
    ...reacting.flatMap((module) => module.jobs ?? []),
    ...subscriptions.map((subscription) => subscription.handler),
  ];
  const runner = createJobRunner({ queue, database, handlers, logger, concurrency: laneConcurrency, pollMs: 500 });
  database.connectOutbox(createOutbox({ queue, events, subscriptions, clock, onCommitted: () => runner.wake() }));
  await queue.start();
  return {
    config,
    logger,
    clock,
    database,
    events,
    idempotency: createIdempotency(database, clock),
    queue,
    runner,
    handlers,
    catalog,
    carts,
    catalog,
    checkout,
    customers,
    ledger,
    orders,
    payments,
    pricing,
    tax,
    telemetry,
    close: async () => {
      await queue.stop();
      await database.close();
    },
  };
}

const laneConcurrency = { local: 4, payments: 4, suppliers: 6, sources: 6, mail: 2, storage: 2 } as const;

export type { StoredEvent } from "#infrastructure/events";
export type { AuditEntry, Order, OrderCommand, OrderLine, OrderWithLines } from "#modules/orders";
export type { Payment, Refund } from "#modules/payments";
