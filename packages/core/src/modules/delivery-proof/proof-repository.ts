import type { ProofLabel } from "@smplat/contracts/vocabulary";
import { type Kysely, type Selectable, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { Aggregate, Bucket } from "./evaluate-metrics.ts";
import type { CountedLine, ProofLine, ProofReading } from "./proof.ts";
import type { ProofAggregateRow, ProofLineRow, ProofTables } from "./tables.ts";

const db = (scope: Scope): Kysely<ProofTables> => scope.tables<ProofTables>();
const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export async function findProofLine(
  scope: Scope,
  lineId: string,
  options: { readonly lock: boolean },
): Promise<ProofLine | null> {
  const query = db(scope).selectFrom("proofLines").selectAll().where("lineId", "=", lineId);
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : lineOf(row);
}

export async function listProofLines(scope: Scope, orderId: string): Promise<ProofLine[]> {
  const rows = await db(scope).selectFrom("proofLines").selectAll().where("orderId", "=", orderId).execute();
  return rows.map(lineOf);
}

/** False when the line was there already; then nothing is written. */
export async function insertProofLine(tx: Tx, line: ProofLine): Promise<boolean> {
  const inserted = await db(tx)
    .insertInto("proofLines")
    .values(valuesOf(line))
    .onConflict((conflict) => conflict.column("lineId").doNothing())
    .returning("lineId")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Writes all of a line but its key; the database refuses a change of a settled baseline. */
export async function updateProofLine(tx: Tx, line: ProofLine): Promise<void> {
  const { lineId, orderId: _order, productId: _product, ...values } = valuesOf(line);
  await db(tx).updateTable("proofLines").set(values).where("lineId", "=", lineId).execute();
}

/** A reading of the same line, phase and moment is written once. */
export async function insertReading(tx: Tx, reading: ProofReading): Promise<void> {
  await db(tx)
    .insertInto("proofReadings")
    .values({ ...reading })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Readings of several lines, in the order they were due. */
export async function listReadings(scope: Scope, lineIds: readonly string[]): Promise<ProofReading[]> {
  if (lineIds.length === 0) return [];
  return db(scope)
    .selectFrom("proofReadings")
    .selectAll()
    .where("lineId", "in", lineIds)
    .orderBy("dueAt")
    .orderBy("phase")
    .execute();
}

const labelColumns = {
  attributed: "attributed",
  consistent_with: "consistentWith",
  inconclusive: "inconclusive",
  contradicts: "contradicts",
  not_yet_known: "notYetKnown",
} as const satisfies Record<ProofLabel, keyof ProofAggregateRow>;

const labels = Object.keys(labelColumns) as ProofLabel[];
const one = (label: ProofLabel, counted: CountedLine | null): number => (counted?.label === label ? 1 : 0);

/**
 * Replaces what a product's sums hold of a line. The product's row is written first and serialises the writers, so the
 * sums stay exact.
 */
export async function replaceCounted(
  tx: Tx,
  productId: string,
  before: CountedLine | null,
  after: CountedLine,
  at: Date,
): Promise<void> {
  await (before === null
    ? addToAggregate(tx, productId, after, at)
    : changeAggregate(tx, productId, before, after, at));
  await replaceBucket(tx, productId, "fulfillment", before, after);
  await replaceBucket(tx, productId, "lift", before, after);
}

async function addToAggregate(tx: Tx, productId: string, counted: CountedLine, at: Date): Promise<void> {
  const onTimeWeight = counted.onTime ? counted.weight : 0;
  const counts = Object.fromEntries(labels.map((label) => [labelColumns[label], one(label, counted)]));
  await db(tx)
    .insertInto("proofAggregates")
    .values({
      attributed: 0,
      consistentWith: 0,
      inconclusive: 0,
      contradicts: 0,
      notYetKnown: 0,
      ...counts,
      productId,
      lines: 1,
      weight: counted.weight,
      onTimeWeight,
      computedAt: at,
    })
    .onConflict((conflict) =>
      conflict.column("productId").doUpdateSet((set) => ({
        lines: sql<number>`proof_aggregates.lines + 1`,
        weight: sql<number>`proof_aggregates.weight + excluded.weight`,
        onTimeWeight: sql<number>`proof_aggregates.on_time_weight + excluded.on_time_weight`,
        attributed: sql<number>`proof_aggregates.attributed + excluded.attributed`,
        consistentWith: sql<number>`proof_aggregates.consistent_with + excluded.consistent_with`,
        inconclusive: sql<number>`proof_aggregates.inconclusive + excluded.inconclusive`,
        contradicts: sql<number>`proof_aggregates.contradicts + excluded.contradicts`,
        notYetKnown: sql<number>`proof_aggregates.not_yet_known + excluded.not_yet_known`,
        computedAt: set.ref("excluded.computedAt"),
      })),
    )
    .execute();
}

async function changeAggregate(
  tx: Tx,
  productId: string,
  before: CountedLine,
  after: CountedLine,
  at: Date,
): Promise<void> {
  const onTime = (after.onTime ? after.weight : 0) - (before.onTime ? before.weight : 0);
  const moved = (label: ProofLabel) => one(label, after) - one(label, before);
  await db(tx)
    .updateTable("proofAggregates")
    .set((set) => ({
      weight: set("weight", "+", after.weight - before.weight),
      onTimeWeight: set("onTimeWeight", "+", onTime),
      attributed: set("attributed", "+", moved("attributed")),
      consistentWith: set("consistentWith", "+", moved("consistent_with")),
      inconclusive: set("inconclusive", "+", moved("inconclusive")),
      contradicts: set("contradicts", "+", moved("contradicts")),
      notYetKnown: set("notYetKnown", "+", moved("not_yet_known")),
      computedAt: at,
    }))
    .where("productId", "=", productId)
    .execute();
}

async function replaceBucket(
  tx: Tx,
  productId: string,
  measure: Bucket["measure"],
  before: CountedLine | null,
  after: CountedLine,
): Promise<void> {
  const [from, to] = [before?.[measure] ?? null, after[measure]];
  if (from === to && before?.weight === after.weight) return;
  if (before !== null && from !== null) {
    await db(tx)
      .updateTable("proofHistogram")
      .set((set) => ({ lines: set("lines", "-", 1), weight: set("weight", "-", before.weight) }))
      .where("productId", "=", productId)
      .where("measure", "=", measure)
      .where("value", "=", from)
      .execute();
  }
  if (to === null) return;
  await db(tx)
    .insertInto("proofHistogram")
    .values({ productId, measure, value: to, lines: 1, weight: after.weight })
    .onConflict((conflict) =>
      conflict.columns(["productId", "measure", "value"]).doUpdateSet({
        lines: sql<number>`proof_histogram.lines + 1`,
        weight: sql<number>`proof_histogram.weight + excluded.weight`,
      }),
    )
    .execute();
}

export interface MeasuredProduct {
  readonly aggregate: Aggregate;
  readonly buckets: readonly Bucket[];
}

/** What is counted of products, those with nothing counted left out. One statement, on every product page. */
export async function listMeasured(scope: Scope, productIds: readonly string[]): Promise<MeasuredProduct[]> {
  if (productIds.length === 0) return [];
  const { rows } = await sql<Aggregate & { buckets: Bucket[] }>`
    select product_id as "productId", lines, weight, on_time_weight as "onTimeWeight", computed_at as "computedAt",
      jsonb_build_object('attributed', attributed, 'consistent_with', consistent_with, 'inconclusive', inconclusive,
        'contradicts', contradicts, 'not_yet_known', not_yet_known) as labels,
      (select coalesce(jsonb_agg(jsonb_build_object(
        'measure', h.measure, 'value', h.value, 'lines', h.lines, 'weight', h.weight)), '[]')
        from proof_histogram h where h.product_id = a.product_id and h.lines > 0) as buckets
    from proof_aggregates a where product_id = any(${productIds})`.execute(db(scope).withoutPlugins());
  return rows.map(({ buckets, ...aggregate }) => ({ aggregate, buckets }));
}

function lineOf({ label, finding, change, ...row }: Selectable<ProofLineRow>): ProofLine {
  return { ...row, assessment: { label, finding, change } };
}

function valuesOf({ assessment, counted, ...line }: ProofLine) {
  const { label, finding, change } = assessment;
  return { ...line, label, finding, change: jsonOrNull(change), counted: jsonOrNull(counted) };
}
