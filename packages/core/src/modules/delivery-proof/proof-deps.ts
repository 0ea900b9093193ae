import type { Clock } from "#kernel/clock";
import type { Fulfillment } from "#modules/fulfillment";
import type { Orders } from "#modules/orders";
import type { SocialAccounts } from "#modules/social-accounts";

/** What every use case of the module works with. */
export interface ProofDeps {
  readonly clock: Clock;
  readonly orders: Pick<Orders, "get">;
  readonly socialAccounts: Pick<
    SocialAccounts,
    "get" | "findByIds" | "isMeasurable" | "read" | "record" | "findSnapshots" | "listSnapshots"
  >;
  readonly fulfillment: Pick<Fulfillment, "release" | "findLine">;
}
