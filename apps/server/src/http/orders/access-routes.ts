import type { orders } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { bringGuest } from "../bring-guest.ts";
import { giveGuestSecret } from "../guest-cookie.ts";
import type { Handlers } from "../handler.ts";

/** The way back to orders for whoever bought without an account. */
export const accessRoutes = (core: Core): Pick<Handlers<typeof orders>, "requestAccess" | "redeemAccess"> => ({
  requestAccess: async ({ body }) => {
    await core.customers.requestAccess(core.database, body.email);
    return undefined;
  },
  redeemAccess: async ({ actor, body, visitor }) => {
    const { orderId, ownerId, secret } = await core.customers.redeemAccessLink(core.database, body.token);
    if (secret !== null && actor.role === "customer") {
      const mergedGuestId = await core.customers.claimGuest(actor, ownerId);
      if (mergedGuestId !== null) await bringGuest(core, mergedGuestId, actor.ownerId);
    } else if (secret !== null) giveGuestSecret(core, visitor, secret);
    return { orderId };
  },
});
