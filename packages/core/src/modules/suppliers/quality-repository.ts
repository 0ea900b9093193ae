import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { discount, type QualityMetric, type Tally } from "./quality.ts";
import type { SupplierTables } from "./tables.ts";

const db = (scope: Scope): Kysely<SupplierTables> => scope.tables<SupplierTables>();

/** Whose outcome it is. */
export interface QualityCell {
  readonly providerId: string;
  readonly service: string;
  /** The channel's platform; "none" for work that is for no channel. */
  readonly platform: string;
}

export interface QualityRow extends QualityCell {
  readonly metric: QualityMetric;
  readonly tally: Tally;
}

/** Adds outcomes to a cell's sums, in one statement; metrics in a fixed order, so that two writers can't deadlock. */
export async function addOutcomes(
  tx: Tx,
  cell: QualityCell,
  values: Readonly<Partial<Record<QualityMetric, number>>>,
  at: Date,
): Promise<void> {
  const rows = (Object.entries(values) as [QualityMetric, number][])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([metric, value]) => ({
      ...cell,
      metric,
      weightedSum: value,
      weightedSquares: value * value,
      weight: 1,
      observations: 1,
      updatedAt: at,
    }));
  if (rows.length === 0) return;
  await db(tx)
    .insertInto("providerQuality")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["providerId", "service", "platform", "metric"]).doUpdateSet({
        weightedSum: sql`provider_quality.weighted_sum * ${discount} + excluded.weighted_sum`,
        weightedSquares: sql`provider_quality.weighted_squares * ${discount} + excluded.weighted_squares`,
        weight: sql`provider_quality.weight * ${discount} + 1`,
        observations: sql`provider_quality.observations + 1`,
        updatedAt: at,
      }),
    )
    .execute();
}

/** Turns outcomes that were counted before: the weight stays, the sum moves, within 0 and the weight. */
export async function correctOutcome(
  tx: Tx,
  cell: QualityCell,
  metric: QualityMetric,
  by: number,
  at: Date,
): Promise<void> {
  await db(tx)
    .updateTable("providerQuality")
    .set({
      weightedSum: sql`least(weight, greatest(0, weighted_sum + ${by}::double precision))`,
      weightedSquares: sql`least(weight, greatest(0, weighted_squares + ${by}::double precision))`,
      updatedAt: at,
    })
    .where("providerId", "=", cell.providerId)
    .where("service", "=", cell.service)
    .where("platform", "=", cell.platform)
    .where("metric", "=", metric)
    .execute();
}

/** All that is counted of some suppliers: as many rows as they have services, platforms and metrics. */
export async function listQuality(scope: Scope, providerIds: readonly string[]): Promise<QualityRow[]> {
  if (providerIds.length === 0) return [];
  const rows = await db(scope)
    .selectFrom("providerQuality")
    .selectAll()
    .where("providerId", "in", providerIds)
    .orderBy("providerId")
    .orderBy("service")
    .orderBy("platform")
    .execute();
  return rows.map(({ providerId, service, platform, metric, ...row }) => ({
    ...{ providerId, service, platform, metric },
    tally: {
      sum: row.weightedSum,
      squares: row.weightedSquares,
      weight: row.weight,
      observations: Number(row.observations),
    },
  }));
}

/** What happened on a supplier's day. */
export interface DayCounts {
  readonly accepted?: number;
  readonly completed?: number;
  readonly refused?: number;
  readonly costMinor?: number;
}

export async function addToDay(tx: Tx, providerId: string, at: Date, counts: DayCounts): Promise<void> {
  const { accepted = 0, completed = 0, refused = 0, costMinor = 0 } = counts;
  await db(tx)
    .insertInto("providerDays")
    .values({ providerId, day: at.toISOString().slice(0, 10), accepted, completed, refused, costMinor })
    .onConflict((conflict) =>
      conflict.columns(["providerId", "day"]).doUpdateSet({
        accepted: sql`provider_days.accepted + excluded.accepted`,
        completed: sql`provider_days.completed + excluded.completed`,
        refused: sql`provider_days.refused + excluded.refused`,
        costMinor: sql`provider_days.cost_minor + excluded.cost_minor`,
      }),
    )
    .execute();
}

export interface ProviderDay {
  readonly providerId: string;
  /** ISO date of business time, UTC. */
  readonly day: string;
  readonly accepted: number;
  readonly completed: number;
  readonly refused: number;
  readonly costMinor: number;
}

/** Days of some suppliers since a moment, oldest first. */
export async function listDays(scope: Scope, providerIds: readonly string[], since: Date): Promise<ProviderDay[]> {
  if (providerIds.length === 0) return [];
  const rows = await db(scope)
    .selectFrom("providerDays")
    .select(["providerId", "accepted", "completed", "refused", "costMinor"])
    .select(sql<string>`day::text`.as("day"))
    .where("providerId", "in", providerIds)
    .where("day", ">=", since.toISOString().slice(0, 10))
    .orderBy("providerDays.day")
    .execute();
  return rows.map((row) => ({ ...row, costMinor: Number(row.costMinor) }));
}
