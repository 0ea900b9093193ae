import type { orders } from "@smplat/contracts";
import type { Core } from "@smplat/core";
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
    if (secret !== null && actor.role === "customer") await core.customers.claimGuest(actor, ownerId);
    else if (secret !== null) giveGuestSecret(core, visitor, secret);
    return { orderId };
  },
});
