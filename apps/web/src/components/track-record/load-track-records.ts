import type { ProofMetrics } from "@smplat/contracts";
import { cache } from "react";
import { api, orNull } from "#api/server-client.ts";

const atOnce = 30;

const load = cache(async (ids: string): Promise<ReadonlyMap<string, ProofMetrics>> => {
  if (ids === "") return new Map();
  const answer = await orNull(api().orders.proofMetricsOfMany({ query: { productIds: ids } }));
  return new Map((answer?.items ?? []).map((metrics) => [metrics.productId, metrics]));
});

/** Delivery numbers of several products by id, asked for once per page; what could not be read is left out. */
export const loadTrackRecords = (productIds: readonly string[]): Promise<ReadonlyMap<string, ProofMetrics>> =>
  load([...new Set(productIds)].toSorted().slice(0, atOnce).join(","));
