import type { Core } from "@smplat/core";

/**
 * What a guest left follows them to their account before they are answered: the next page shows their cart and their
 * orders. The session stands whatever comes of this: should it fail, the jobs of the sign-in move the same.
 */
export async function bringGuest(core: Core, guestOwnerId: string, customerId: string): Promise<void> {
  try {
    await core.database.transaction(async (tx) => {
      await core.carts.mergeGuest(tx, guestOwnerId, customerId);
      await core.orders.mergeGuest(tx, guestOwnerId, customerId);
    });
  } catch (error) {
    core.logger.warn(
      { err: error, guestOwnerId, customerId },
      "what a guest left could not follow the sign-in at once",
    );
  }
}
