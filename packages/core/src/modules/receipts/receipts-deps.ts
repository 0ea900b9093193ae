import type { Clock } from "#kernel/clock";
import type { DeliveryProof } from "#modules/delivery-proof";
import type { Orders } from "#modules/orders";
import type { SigningKey } from "./signing-key.ts";

export interface ReceiptsDeps {
  readonly clock: Clock;
  readonly orders: Pick<Orders, "get" | "findForUpdate">;
  readonly deliveryProof: Pick<DeliveryProof, "getForOrder">;
  readonly key: SigningKey;
  /** Named in every document. */
  readonly shop: { readonly name: string; readonly url: string };
}
