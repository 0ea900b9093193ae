import type { Scope } from "#infrastructure/database";
import { evaluateMetrics } from "./evaluate-metrics.ts";
import type { ProofMetrics } from "./proof.ts";
import { findAggregates, listBuckets } from "./proof-repository.ts";

/** Delivery numbers of several products by id, in two statements whatever their number. */
export async function getProofMetrics(
  scope: Scope,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, ProofMetrics>> {
  const aggregates = new Map((await findAggregates(scope, productIds)).map((entry) => [entry.productId, entry]));
  const buckets = Map.groupBy(await listBuckets(scope, productIds), (bucket) => bucket.productId);
  return new Map(productIds.map((id) => [id, evaluateMetrics(id, aggregates.get(id) ?? null, buckets.get(id) ?? [])]));
}
