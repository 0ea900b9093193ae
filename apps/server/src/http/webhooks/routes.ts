import type { webhooks } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";

export const webhookRoutes = (core: Core): Handlers<typeof webhooks> => ({
  stripe: async ({ rawBody, visitor }) => {
    await core.payments.receiveWebhook(rawBody, visitor.headers.get("stripe-signature"));
    return { received: true };
  },
  supplier: async ({ params, rawBody, visitor }) => {
    const headers = Object.fromEntries(visitor.headers);
    await core.fulfillment.receiveWebhook(core.database, params.providerId, headers, rawBody);
    return { received: true };
  },
});
