import type { Scope } from "#infrastructure/database";
import { metricsOf } from "./evaluate-metrics.ts";
import { listAggregates, listAllAggregates } from "./metrics-repository.ts";
import type { ProofMetrics } from "./proof.ts";

/** Delivery numbers of several products by id, in one statement whatever their number; none when none are asked for. */
export async function getProofMetrics(
  scope: Scope,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, ProofMetrics>> {
  const known = new Map((await listAggregates(scope, productIds)).map((entry) => [entry.productId, entry]));
  return new Map(productIds.map((id) => [id, metricsOf(id, known.get(id) ?? null)]));
}

/** Delivery numbers of every product with a completed line, by id. */
export async function getAllProofMetrics(scope: Scope): Promise<ProofMetrics[]> {
  return (await listAllAggregates(scope)).map((aggregate) => metricsOf(aggregate.productId, aggregate));
}
