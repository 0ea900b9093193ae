import type { ProofLabel } from "@smplat/contracts/vocabulary";
import { CompiledQuery, type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { type Aggregate, type Bucket, evaluateMetrics } from "./evaluate-metrics.ts";
import type { CountedLine } from "./proof.ts";
import type { ProofAggregateRow, ProofTables } from "./tables.ts";

const db = (scope: Scope): Kysely<ProofTables> => scope.tables<ProofTables>();

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
  await refreshShown(tx, productId);
}

/** Works out anew what is shown of a product, from sums this transaction holds the lock of. */
async function refreshShown(tx: Tx, productId: string): Promise<void> {
  const sums = await db(tx)
    .selectFrom("proofAggregates")
    .select(["lines", "weight", "onTimeWeight"])
    .where("productId", "=", productId)
    .executeTakeFirstOrThrow();
  const buckets = await db(tx)
    .selectFrom("proofHistogram")
    .select(["measure", "value", "lines", "weight"])
    .where("productId", "=", productId)
    .where("lines", ">", 0)
    .execute();
  await db(tx)
    .updateTable("proofAggregates")
    .set({ shown: JSON.stringify(evaluateMetrics(sums, buckets)) })
    .where("productId", "=", productId)
    .execute();
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

const aggregates = `select product_id as "productId", lines, computed_at as "computedAt", shown,
  jsonb_build_object('attributed', attributed, 'consistent_with', consistent_with, 'inconclusive', inconclusive,
    'contradicts', contradicts, 'not_yet_known', not_yet_known) as labels
  from proof_aggregates`;
const statements = {
  some: `${aggregates} where product_id = any($1)`,
  every: `${aggregates} order by product_id`,
} as const;

/** Written out once and read past the plugin that renames columns: every list and product page asks. */
async function readAggregates(scope: Scope, which: keyof typeof statements, values: unknown[]): Promise<Aggregate[]> {
  const query = CompiledQuery.raw(statements[which], values);
  return (await db(scope).withoutPlugins().executeQuery<Aggregate>(query)).rows;
}

/** What is known of products, those with nothing counted left out, in one statement. */
export async function listAggregates(scope: Scope, productIds: readonly string[]): Promise<Aggregate[]> {
  return productIds.length === 0 ? [] : readAggregates(scope, "some", [productIds]);
}

/** What is known of every product, by id. As many rows as there are products with a completed line. */
export async function listAllAggregates(scope: Scope): Promise<Aggregate[]> {
  return readAggregates(scope, "every", []);
}
