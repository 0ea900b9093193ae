import type {
  DeliveryProof,
  Order,
  OrderPlacements,
  OrderRefills,
  OrderSupport,
  ProofReceipts,
  Timeline,
} from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { cache } from "react";
import { api, orNull } from "#api/server-client.ts";

export interface OrderView {
  readonly order: Order;
  /** Null when it could not be read; the rest of the page stands. */
  readonly timeline: Timeline | null;
  readonly proof: DeliveryProof | null;
  readonly refills: OrderRefills | null;
  readonly placements: OrderPlacements | null;
  readonly support: OrderSupport | null;
  readonly signed: ProofReceipts | null;
}

/** Refusals that mean: not yours, or not there. The page does not tell them apart. */
const missing = new Set([401, 403, 404, 422]);

/** An order with what happened and what it proves; null when this visitor may not see it. */
export const loadOrder = cache(async (orderId: string): Promise<OrderView | null> => {
  const params = { orderId };
  const [order, timeline, proof, refills, placements, support, signed] = await Promise.all([
    orNone(api().orders.get({ params })),
    orNull(api().orders.timeline({ params })),
    orNull(api().orders.deliveryProof({ params })),
    orNull(api().refills.list({ params })),
    orNull(api().liveness.list({ params })),
    orNull(api().support.get({ params })),
    orNull(api().proofs.ofOrder({ params })),
  ]);
  return order === null ? null : { order, timeline, proof, refills, placements, support, signed };
});

async function orNone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiProblem && missing.has(error.problem.status)) return null;
    throw error;
  }
}
