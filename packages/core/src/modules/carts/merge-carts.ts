import type { Tx } from "#infrastructure/database";
import { newId } from "#kernel/id";
import { linesMax } from "./cart-errors.ts";
import { addQuotedLine, lockOpenCarts, setOwner, setState } from "./cart-repository.ts";
import type { CartDeps } from "./carts.ts";

/**
 * A guest signed in: their carts become the customer's. Where the customer has an open cart in the same currency, the
 * lines move into it, quantities adding up; the prices are quoted anew when it is next read. Whoever comes second finds
 * nothing left to move.
 */
export async function mergeCarts(deps: CartDeps, tx: Tx, guestOwnerId: string, customerId: string): Promise<void> {
  const now = deps.clock.now();
  await deps.pricing.reassign(tx, guestOwnerId, customerId);
  const own = await lockOpenCarts(tx, customerId);
  for (const cart of await lockOpenCarts(tx, guestOwnerId)) {
    const target = own.find((candidate) => candidate.currency === cart.currency);
    if (target === undefined) {
      await setOwner(tx, cart.id, customerId, now);
      continue;
    }
    // Two full carts fit: nothing that was put in is lost.
    const into = { cartId: target.id, ownerId: customerId, currency: cart.currency, linesMax: 2 * linesMax, now };
    for (const line of cart.lines) {
      // The guest's cart keeps its own line, and with it the id.
      await addQuotedLine(tx, into, { ...line, id: newId("cln") });
    }
    await setState(tx, cart.id, "merged", now);
  }
}
