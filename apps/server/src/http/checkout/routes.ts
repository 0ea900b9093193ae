import type { checkout } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";
import { invalid } from "../read-request.ts";

export const checkoutRoutes = (core: Core): Handlers<typeof checkout> => ({
  complete: async ({ actor, body, visitor }) => {
    const outcome = await core.checkout.complete(actor, {
      cartId: body.cartId,
      cartQuoteId: body.cartQuoteId,
      expectedTotalMinor: body.expectedTotalMinor,
      contact: body.contact,
      billing: {
        company: body.billing.company ?? null,
        taxId: body.billing.taxId ?? null,
        address: body.billing.address,
      },
      paymentMethodId: body.paymentMethodId,
      returnUrl: ownUrl(core, body.returnUrl),
      notes: body.notes ?? null,
      locale: body.locale,
      origin: { ip: visitor.ip, deviceId: visitor.guestOwnerId },
    });
    return {
      orderId: outcome.orderId,
      status: outcome.status,
      nextAction: outcome.nextActionUrl === null ? null : { url: outcome.nextActionUrl },
      total: { amountMinor: outcome.totalMinor, currency: outcome.currency },
    };
  },
  paymentOptions: () => ({
    processor: core.payments.processorName,
    cardFormUrl: core.config.processor.cardFormUrl,
    testMode: core.config.processor.secretKey.startsWith("sk_test_"),
  }),
});

/** The bank may only send people back to the shop itself. */
function ownUrl(core: Core, url: string | undefined): string | null {
  if (url === undefined) return null;
  if (new URL(url).origin !== new URL(core.config.publicUrl).origin) {
    throw invalid([{ path: "returnUrl", message: "must be a page of this shop" }]);
  }
  return url;
}
