import type { RiskList } from "@smplat/contracts/vocabulary";
import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { after, days } from "#kernel/clock";
import { type History, type IdentityKey, type OutcomeKind, outcomesPerKeyMax, sightingsPerKeyMax } from "./history.ts";
import { refusalKeptMs } from "./refusal-repository.ts";
import type { RiskTables } from "./tables.ts";

const db = (scope: Scope): Kysely<RiskTables> => scope.tables<RiskTables>();

export interface SeenAttempt {
  readonly cartId: string;
  readonly paymentMethodId: string;
  readonly at: Date;
  readonly person: string;
  readonly keys: readonly IdentityKey[];
  /** The address the request came from when it is of the public internet, for the lists of networks. */
  readonly ip: string | null;
}

export interface Observation {
  readonly history: History;
  readonly lists: ReadonlySet<RiskList>;
  readonly enforcementPercent: number;
}

/** Sightings are read this far back; outcomes as long as they are kept. */
export const sightingsMs = days(30);

interface ObservationRow {
  sightings: { kind: IdentityKey["kind"]; key: string; person: string; at: string }[] | null;
  outcomes: { kind: IdentityKey["kind"]; key: string; person: string; at: string; what: OutcomeKind }[] | null;
  lists: RiskList[] | null;
  enforcementPercent: number;
}

/**
 * Writes an attempt down and reads what is remembered of its keys from before, with the lists and the dial; one
 * statement, whose reads see the tables as they were before its writes. What is read of a key is bounded, however busy
 * the key is.
 */
export async function observeAttempt(scope: Scope, attempt: SeenAttempt): Promise<Observation> {
  const { cartId, paymentMethodId, at, person, keys, ip } = attempt;
  const kinds = keys.map(({ kind }) => kind);
  const values = keys.map(({ key }) => key);
  const { rows } = await sql<ObservationRow>`
    with wanted as (select * from unnest(${kinds}::text[], ${values}::text[]) as wanted (kind, key)),
    noted as (
      insert into risk_attempts (cart_id, payment_method_id, at, person, kinds, keys)
      values (${cartId}, ${paymentMethodId}, ${at}, ${person}, ${kinds}::text[], ${values}::text[])
      on conflict do nothing
    ),
    seen as (
      insert into risk_sightings (kind, key, at, person) select kind, key, ${at}, ${person} from wanted
    )
    select
      (select jsonb_agg(s) from wanted w cross join lateral (
        select kind, key, person, at from risk_sightings
        where kind = w.kind and key = w.key and at > ${after(at, -sightingsMs)} order by at desc limit ${sightingsPerKeyMax}
      ) s) as sightings,
      (select jsonb_agg(o) from wanted w cross join lateral (
        select kind, key, person, at, what from risk_outcomes
        where kind = w.kind and key = w.key order by at desc limit ${outcomesPerKeyMax}
      ) o) as outcomes,
      (select jsonb_agg(distinct e.list) from risk_list_entries e
        where e.removed_at is null and (e.expires_at is null or e.expires_at > ${at})
        and ((e.kind, e.key) in (select kind, key from wanted) or (e.kind = 'network' and e.network >>= ${ip}::inet))
      ) as lists,
      (select enforcement_percent from risk_settings) as "enforcementPercent"
  `.execute(db(scope).withoutPlugins());
  const [row] = rows;
  return {
    history: {
      sightings: (row?.sightings ?? []).map((sighting) => ({ ...sighting, at: new Date(sighting.at) })),
      outcomes: (row?.outcomes ?? []).map((outcome) => ({ ...outcome, at: new Date(outcome.at) })),
    },
    lists: new Set(row?.lists ?? []),
    enforcementPercent: row?.enforcementPercent ?? 100,
  };
}

/** Something that happened, told of everything the attempt that led to it carried. */
export interface AttemptOutcome {
  readonly cartId: string;
  /** Null: the cart's last attempt, whichever card. */
  readonly paymentMethodId: string | null;
  readonly what: OutcomeKind;
  /** What it is told apart by: told again, it changes nothing. */
  readonly source: string;
  readonly at: Date;
}

export async function insertOutcome(tx: Tx, outcome: AttemptOutcome): Promise<void> {
  const { cartId, paymentMethodId, what, source, at } = outcome;
  await sql`
    insert into risk_outcomes (kind, key, at, person, what, source)
    select told.kind, told.key, ${at}, attempt.person, ${what}, ${source}
    from (
      select person, kinds, keys from risk_attempts
      where cart_id = ${cartId} and (${paymentMethodId}::text is null or payment_method_id = ${paymentMethodId})
      order by at desc limit 1
    ) attempt cross join lateral unnest(attempt.kinds, attempt.keys) as told (kind, key)
    on conflict do nothing`.execute(db(tx));
}

/** Something that happened to one key outside of any attempt. */
export async function insertKeyOutcome(
  tx: Tx,
  key: IdentityKey,
  outcome: { readonly what: OutcomeKind; readonly source: string; readonly at: Date },
): Promise<void> {
  await db(tx)
    .insertInto("riskOutcomes")
    .values({ ...key, ...outcome, person: key.key })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Everything a person's attempts left is over after this long; assessments lose their keys then. */
export const keptMs = days(180);

/** Removes what is over, a bounded part at a time; returns whether anything is left to remove. */
export async function deleteOver(tx: Tx, now: Date): Promise<boolean> {
  const { rows } = await sql<{ removed: number }>`
    with old_sightings as (
      delete from risk_sightings where ctid = any(array(
        select ctid from risk_sightings where at < ${after(now, -sightingsMs)} limit ${batch}
      )) returning 1
    ), old_outcomes as (
      delete from risk_outcomes where ctid = any(array(
        select ctid from risk_outcomes where at < ${after(now, -keptMs)} limit ${batch}
      )) returning 1
    ), old_attempts as (
      delete from risk_attempts where ctid = any(array(
        select ctid from risk_attempts where at < ${after(now, -keptMs)} limit ${batch}
      )) returning 1
    ), forgotten as (
      update risk_assessments set kinds = '{}', keys = '{}', network = null where ctid = any(array(
        select ctid from risk_assessments where at < ${after(now, -keptMs)} and keys <> '{}' limit ${batch}
      )) returning 1
    ), old_refusals as (
      delete from risk_refusals where ctid = any(array(
        select ctid from risk_refusals where at < ${after(now, -refusalKeptMs)} limit ${batch}
      )) returning 1
    ), over as (
      delete from risk_list_entries where expires_at < ${after(now, -keptMs)} returning 1
    )
    select greatest((select count(*) from old_sightings), (select count(*) from old_outcomes),
      (select count(*) from old_attempts), (select count(*) from forgotten), (select count(*) from old_refusals)) as removed`.execute(
    db(tx).withoutPlugins(),
  );
  return (rows[0]?.removed ?? 0) >= batch;
}

const batch = 5_000;
