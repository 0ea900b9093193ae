import { type Kysely, sql } from "kysely";
import type { Scope } from "#infrastructure/database";
import { after, type Clock, days, seconds } from "#kernel/clock";
import { newUuid } from "#kernel/id";

interface IdempotencyRow {
  principal: string;
  route: string;
  key: string;
  fingerprint: string;
  state: "in_progress" | "done";
  leaseToken: string;
  leaseUntil: Date;
  status: number | null;
  body: string | null;
  createdAt: Date;
  expiresAt: Date;
}
interface IdempotencyTables {
  idempotencyKeys: IdempotencyRow;
}

/** A request that must happen once: who asks, where, under which key, and a digest of what exactly. */
export interface KeyedRequest {
  readonly principal: string;
  readonly route: string;
  readonly key: string;
  readonly fingerprint: string;
}

/**
 * `run`: do it, then {@link Idempotency.finish} with this lease. `replay`: it was done, answer this again. `reused`:
 * the key was used for something else. `busy`: somebody is at it right now.
 */
export type Claim =
  | { readonly outcome: "run"; readonly lease: string }
  | { readonly outcome: "replay"; readonly status: number; readonly body: string }
  | { readonly outcome: "reused" }
  | { readonly outcome: "busy" };

export interface Idempotency {
  claim(request: KeyedRequest): Promise<Claim>;
  /** Keeps the answer for repetition, unless another run has taken the key over meanwhile. */
  finish(request: KeyedRequest, lease: string, answer: { status: number; body: string }): Promise<void>;
  /** Frees the key after a failure that may be tried again with it. */
  release(request: KeyedRequest, lease: string): Promise<void>;
  /** Deletes keys whose time is over, at most `limit`. Returns how many. */
  prune(limit: number): Promise<number>;
}

const leaseMs = seconds(30);
const retentionMs = days(30);

/**
 * Keys for requests that move money. A first claim inserts and wins; a later one finds the row and replays, waits or
 * is refused. A run that died is taken over when its lease is over: the handler below must find its own traces.
 */
export function createIdempotency(scope: Scope, clock: Clock): Idempotency {
  const db = (): Kysely<IdempotencyTables> => scope.tables<IdempotencyTables>();
  return {
    claim: async (request) => {
      const now = clock.wall();
      const lease = newUuid();
      const row = await db()
        .insertInto("idempotencyKeys")
        .values({
          ...request,
          state: "in_progress",
          leaseToken: lease,
          leaseUntil: after(now, leaseMs),
          status: null,
          body: null,
          createdAt: now,
          expiresAt: after(now, retentionMs),
        })
        .onConflict((conflict) =>
          conflict.columns(["principal", "route", "key"]).doUpdateSet({
            leaseToken: sql`case when ${free(request, now)} then ${lease} else idempotency_keys.lease_token end`,
            leaseUntil: sql`case when ${free(request, now)} then ${after(now, leaseMs)} else idempotency_keys.lease_until end`,
          }),
        )
        .returning(["fingerprint", "state", "leaseToken", "status", "body"])
        .executeTakeFirstOrThrow();
      return interpret(row, request, lease);
    },
    finish: async (request, lease, answer) => {
      await mine(db(), request, lease).set({ state: "done", status: answer.status, body: answer.body }).execute();
    },
    release: async (request, lease) => {
      await mine(db(), request, lease)
        .set({ leaseUntil: new Date(0) })
        .execute();
    },
    prune: async (limit) => {
      const result = await sql`
        delete from idempotency_keys where (principal, route, key) in (
          select principal, route, key from idempotency_keys where expires_at < ${clock.wall()} limit ${limit}
        )`.execute(db());
      return Number(result.numAffectedRows ?? 0n);
    },
  };
}

/** Whether a row that is already there may be taken over by this request. */
const free = (request: KeyedRequest, now: Date) =>
  sql<boolean>`(idempotency_keys.state = 'in_progress' and idempotency_keys.lease_until < ${now}
    and idempotency_keys.fingerprint = ${request.fingerprint})`;

type ClaimedRow = Pick<IdempotencyRow, "fingerprint" | "state" | "leaseToken" | "status" | "body">;

function interpret(row: ClaimedRow, request: KeyedRequest, lease: string): Claim {
  if (row.fingerprint !== request.fingerprint) return { outcome: "reused" };
  if (row.state === "done") return { outcome: "replay", status: row.status ?? 200, body: row.body ?? "" };
  return row.leaseToken === lease ? { outcome: "run", lease } : { outcome: "busy" };
}

const mine = (db: Kysely<IdempotencyTables>, request: KeyedRequest, lease: string) =>
  db
    .updateTable("idempotencyKeys")
    .where("principal", "=", request.principal)
    .where("route", "=", request.route)
    .where("key", "=", request.key)
    .where("leaseToken", "=", lease);
