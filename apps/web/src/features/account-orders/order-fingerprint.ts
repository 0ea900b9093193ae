import type { DeliveryProof, Order, OrderPlacements, OrderRefills, OrderSupport } from "@smplat/contracts";
import { fingerprint } from "#components/fingerprint.ts";

/** Tells whether the page of an order would look different; when a proof was computed makes no difference. */
export function orderFingerprint(view: {
  readonly order: Order;
  readonly proof: DeliveryProof | null;
  readonly refills: OrderRefills | null;
  readonly placements: OrderPlacements | null;
  readonly support: OrderSupport | null;
}): string {
  const plans = view.support?.lines.map(({ lineId, lateSince, expectedAt }) => ({ lineId, lateSince, expectedAt }));
  const money = [view.support?.refunds ?? null, view.support?.disputes ?? null];
  return fingerprint([view.order, view.proof?.lines ?? null, view.refills, view.placements, plans ?? null, money]);
}
