import { setTimeout as pause } from "node:timers/promises";
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import type { EventDefinition, PublishOptions } from "#infrastructure/events";
import type { EnqueueOptions, Job } from "#infrastructure/jobs";
import type { Logger } from "#infrastructure/logger";
import { kyselyPool } from "./kysely-pool.ts";
import type { Outbox, PendingEvent, PendingJob } from "./outbox.ts";
import { send } from "./prepared-statement.ts";
import { recordStatement } from "./statement-log.ts";
import type { Scope, Tx } from "./tx.ts";

export interface Database extends Scope {
  /** The pool below, for raw reads. */
  readonly pool: pg.Pool;
  /** Sends one statement outside of any transaction, for the queue. */
  send(text: string, values: readonly unknown[]): Promise<pg.QueryResult<pg.QueryResultRow>>;
  /** Connects what a commit has to write beside rows. Called once, by the composition root. */
  connectOutbox(outbox: Outbox): void;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connectionString: string;
  readonly poolMax: number;
  readonly applicationName: string;
  readonly logger: Logger;
  /** Longest a statement may run, in milliseconds. */
  readonly statementTimeoutMs: number;
}

const retryable = new Set(["40001", "40P01"]);
const attemptsMax = 6;

/** Opens the pool. Integers of 64 bits are read as numbers and refused when a double can't hold them. */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = createPool(options);
  const root = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: kyselyPool(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: (event) => recordStatement(event.query.sql),
  });
  let outbox: Outbox | null = null;
  const connectedOutbox = (): Outbox => {
    if (outbox === null) throw new Error("No outbox is connected to the database");
    return outbox;
  };
  return {
    pool,
    send: (text, values) => send(pool, text, values),
    tables: <T>() => root as Kysely<T>,
    transaction: (work) => runTransaction(root, connectedOutbox, work),
    connectOutbox: (given) => {
      outbox = given;
    },
    close: async () => {
      await root.destroy();
      // It ends the pool only if a query went through it; the queue uses the pool directly.
      if (!pool.ending) await pool.end();
    },
  };
}

function createPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.poolMax,
    application_name: options.applicationName,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 15_000,
    types: { getTypeParser: typeParser },
    pipeline: true,
  });
  // A dropped idle connection is the pool's to replace; without a listener it would end the process.
  pool.on("error", (error) => options.logger.warn({ err: error }, "an idle database connection was lost"));
  return pool;
}

const int8 = 20;

function typeParser(oid: number, format?: "text" | "binary") {
  if (oid === int8) return (text: string) => safeInteger(text);
  return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text");
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is too large for a number`);
  return value;
}

async function runTransaction<R>(
  root: Kysely<unknown>,
  outbox: () => Outbox,
  work: (tx: Tx) => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptTransaction(root, outbox, work);
    } catch (error) {
      if (attempt >= attemptsMax || !isRetryable(error)) throw error;
      await pause(5 + Math.random() * 20 * attempt);
    }
  }
}

async function attemptTransaction<R>(
  root: Kysely<unknown>,
  outbox: () => Outbox,
  work: (tx: Tx) => Promise<R>,
): Promise<R> {
  let lanes: ReadonlySet<string> = new Set();
  const result = await root.transaction().execute(async (connection) => {
    const events: PendingEvent[] = [];
    const jobs: PendingJob[] = [];
    const value = await work(createTx(connection, events, jobs));
    if (events.length > 0 || jobs.length > 0) lanes = await outbox().flush(connection, events, jobs);
    return value;
  });
  if (lanes.size > 0) outbox().committed(lanes);
  return result;
}

function createTx(connection: Transaction<unknown>, events: PendingEvent[], jobs: PendingJob[]): Tx {
  const tx: Tx = {
    tables: <T>() => connection as unknown as Kysely<T>,
    transaction: (work) => work(tx),
    publish: <P>(definition: EventDefinition<P>, payload: P, options: PublishOptions = {}) => {
      events.push({
        definition: definition as EventDefinition<unknown>,
        payload: definition.payload.parse(payload),
        options,
      });
    },
    enqueue: <P>(job: Job<P>, payload: P, options: EnqueueOptions = {}) => {
      jobs.push({ job: job as Job<unknown>, payload: job.payload.parse(payload), options });
    },
  };
  return tx;
}

const isRetryable = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code !== undefined && retryable.has(error.code);

/** Whether an insert was refused by a unique index or constraint, optionally a named one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === "23505" &&
    (constraint === undefined || error.constraint === constraint)
  );
}
