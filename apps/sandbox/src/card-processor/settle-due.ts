import type { WebhookQueue } from "../webhooks/webhook-queue.ts";
import type { World } from "../world.ts";
import { unaskedContext } from "./card-events.ts";
import { settleRefund } from "./refunds.ts";
import { settleBankDebit } from "./settle-payment.ts";

/** Moves everything whose time has come: bank debits and refunds that change on their own. */
export function settleDuePayments(world: World, webhooks: WebhookQueue): void {
  const { cards } = world.state;
  if (cards.settling.length === 0) {
    return;
  }
  const context = unaskedContext(world, webhooks);
  const now = Date.now();
  cards.settling = cards.settling.filter((id) => {
    const intent = cards.intents[id];
    const refund = cards.refunds[id];
    const settlesAt = intent?.settlesAt ?? refund?.settlesAt ?? null;
    if (settlesAt !== null && settlesAt > now) {
      return true;
    }
    if (intent && settlesAt !== null) {
      settleBankDebit(context, intent);
    }
    if (refund && settlesAt !== null) {
      settleRefund(context, refund);
    }
    return false;
  });
}
