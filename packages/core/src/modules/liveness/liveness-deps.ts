import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { Clock } from "#kernel/clock";
import type { Fulfillment } from "#modules/fulfillment";
import type { Orders } from "#modules/orders";

/** What every use case of the module works with. */
export interface LivenessDeps {
  readonly clock: Clock;
  readonly orders: Pick<Orders, "get">;
  readonly fulfillment: Pick<Fulfillment, "findLine" | "listPlacements" | "countPlacements">;
  /** The guarded way out; every page is asked for through it. */
  readonly outboundHttp: Pick<OutboundHttp, "probe">;
  /** Where the shop is, for the hosts whose pages we look at. */
  readonly publicUrl: string;
}
