import type { Mailer } from "#infrastructure/mail";
import type { Clock } from "#kernel/clock";
import type { Billing } from "#modules/billing";
import type { ChannelOwnership } from "#modules/channel-ownership";
import type { Customers } from "#modules/customers";
import type { DeliveryProof } from "#modules/delivery-proof";
import type { Orders } from "#modules/orders";

/** What mails are written and sent with. */
export interface MailDeps {
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly orders: Orders;
  readonly customers: Customers;
  readonly billing: Billing;
  readonly channelOwnership: Pick<ChannelOwnership, "findClaim">;
  readonly deliveryProof: Pick<DeliveryProof, "metricsForMany">;
  readonly publicUrl: string;
  readonly seller: { readonly name: string; readonly address: readonly string[] };
}
