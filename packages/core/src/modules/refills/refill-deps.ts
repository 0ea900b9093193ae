import type { Database } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import type { Fulfillment } from "#modules/fulfillment";
import type { Orders } from "#modules/orders";

/** What every use case of the module works with. */
export interface RefillDeps {
  readonly clock: Clock;
  readonly database: Database;
  readonly orders: Orders;
  readonly fulfillment: Fulfillment;
}
