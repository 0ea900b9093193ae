import type { Scope } from "#infrastructure/database";
import { after, days } from "#kernel/clock";
import {
  addTallies,
  type Estimate,
  emptyTally,
  estimateHours,
  estimateShare,
  type QualityMetric,
  qualityMetrics,
  scoreOf,
  type Tally,
} from "./quality.ts";
import { listDays, listQuality, type QualityRow } from "./quality-repository.ts";
import type { SupplierDeps } from "./supplier-deps.ts";
import type { QualityView, TrackRecord } from "./views.ts";

/** Quality of some suppliers by id, each over all it does and cell by cell. */
export async function viewQuality(
  scope: Scope,
  providerIds: readonly string[],
): Promise<ReadonlyMap<string, QualityView>> {
  const rows = await listQuality(scope, providerIds);
  return new Map(providerIds.map((id) => [id, qualityOf(rows.filter((row) => row.providerId === id))]));
}

function qualityOf(rows: readonly QualityRow[]): QualityView {
  const cells = [...Map.groupBy(rows, (row) => `${row.service} ${row.platform}`).values()];
  return {
    ...estimates(rows),
    cells: cells.map((own) => ({
      service: own[0]?.service ?? "",
      platform: own[0]?.platform ?? "",
      ...estimates(own),
    })),
  };
}

function estimates(rows: readonly QualityRow[]): Pick<QualityView, "score" | "metrics"> {
  const entries = qualityMetrics.map((metric): [QualityMetric, Estimate] => {
    const tally = tallyOf(rows, metric);
    return [metric, metric.endsWith("-hours") ? estimateHours(tally) : estimateShare(tally)];
  });
  const metrics = Object.fromEntries(entries) as Record<QualityMetric, Estimate>;
  return { score: scoreOf(metrics), metrics };
}

const tallyOf = (rows: readonly QualityRow[], metric: QualityMetric): Tally =>
  addTallies(rows.filter((row) => row.metric === metric).map((row) => row.tally));

/** How far back completions are counted for a supplier's pace. */
const paceDays = 7;

/** What a choice is made from, by "providerId service". Four sums for each candidate, in two statements for all. */
export async function trackRecords(
  deps: Pick<SupplierDeps, "clock">,
  scope: Scope,
  services: readonly { readonly providerId: string; readonly service: string }[],
  platform: string | null,
): Promise<ReadonlyMap<string, TrackRecord>> {
  const ids = [...new Set(services.map((service) => service.providerId))].sort();
  const rows = await listQuality(scope, ids);
  const counted = await listDays(scope, ids, after(deps.clock.now(), -days(paceDays)));
  return new Map(
    services.map(({ providerId, service }) => {
      const own = rows.filter((row) => row.providerId === providerId);
      const completed = counted
        .filter((day) => day.providerId === providerId)
        .reduce((sum, day) => sum + day.completed, 0);
      const split = (metric: QualityMetric) => splitTally(own, metric, service, platform ?? "none");
      const cells = {
        submit: split("submit"),
        success: split("success"),
        "on-time": split("on-time"),
        refill: split("refill"),
      };
      return [`${providerId} ${service}`, { cells, completedPerDelivery: pace(own, completed) }];
    }),
  );
}

function splitTally(rows: readonly QualityRow[], metric: QualityMetric, service: string, platform: string) {
  const ofMetric = rows.filter((row) => row.metric === metric);
  const isOwn = (row: QualityRow) => row.service === service && row.platform === platform;
  return {
    own: ofMetric.find(isOwn)?.tally ?? emptyTally,
    siblings: addTallies(ofMetric.filter((row) => !isOwn(row)).map((row) => row.tally)),
  };
}

/** Completions a supplier has during the median time of one delivery. */
function pace(rows: readonly QualityRow[], completed: number): number {
  const tally = tallyOf(rows, "work-hours");
  if (tally.weight === 0) return 0;
  return (completed * Math.exp(tally.sum / tally.weight)) / (paceDays * 24);
}
