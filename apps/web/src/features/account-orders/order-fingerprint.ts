import type { DeliveryProof, Order } from "@smplat/contracts";
import { fingerprint } from "#components/fingerprint.ts";

/** Tells whether the page of an order would look different; when a proof was computed makes no difference. */
export function orderFingerprint(order: Order, proof: DeliveryProof | null): string {
  return fingerprint([order, proof?.lines ?? null]);
}
