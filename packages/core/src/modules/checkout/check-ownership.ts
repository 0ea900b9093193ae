import type { Tx } from "#infrastructure/database";
import type { CartQuote } from "#modules/carts";
import type { CheckoutDeps } from "./checkout.ts";
import { ownershipRequired } from "./checkout-errors.ts";

/**
 * Looks once more whether every channel that has to be the buyer's is proven: since the quote a proof can have ended, or
 * the channel become somebody else's. Asks nobody when no product demands it. Throws `checkout.ownership-required`.
 */
export async function checkOwnership(deps: CheckoutDeps, tx: Tx, quote: CartQuote): Promise<void> {
  const demanding = quote.lines.filter((line) => line.product.ownershipPolicy === "required");
  if (demanding.length === 0) return;
  const accountIds = demanding.flatMap((line) => line.platformContext?.accountId ?? []);
  const proven = await deps.channelOwnership.findProven(tx, quote.ownerId, [...new Set(accountIds)]);
  const open = demanding.filter((line) => !proven.has(line.platformContext?.accountId ?? ""));
  if (open.length > 0) throw ownershipRequired(open);
}
