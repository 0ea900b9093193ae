import type { Clock } from "#kernel/clock";
import type { Ledger } from "#modules/ledger";
import type { Orders } from "#modules/orders";
import type { Suppliers } from "#modules/suppliers";

/** What every use case of the module works with. */
export interface FulfillmentDeps {
  readonly clock: Clock;
  readonly orders: Orders;
  readonly ledger: Pick<Ledger, "post">;
  readonly suppliers: Pick<
    Suppliers,
    "open" | "find" | "names" | "listIds" | "listCandidates" | "trackRecords" | "recordOutcome" | "recordRefill"
  >;
}
