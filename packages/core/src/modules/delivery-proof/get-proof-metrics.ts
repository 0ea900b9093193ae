import type { Scope } from "#infrastructure/database";
import { evaluateMetrics } from "./evaluate-metrics.ts";
import type { ProofMetrics } from "./proof.ts";
import { listMeasured } from "./proof-repository.ts";

/** Delivery numbers of several products by id, in one statement whatever their number. */
export async function getProofMetrics(
  scope: Scope,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, ProofMetrics>> {
  const measured = new Map((await listMeasured(scope, productIds)).map((entry) => [entry.aggregate.productId, entry]));
  return new Map(
    productIds.map((id) => {
      const known = measured.get(id);
      return [id, evaluateMetrics(id, known?.aggregate ?? null, known?.buckets ?? [])];
    }),
  );
}
