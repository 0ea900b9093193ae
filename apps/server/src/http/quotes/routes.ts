import type { quotes } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";
import { presentQuote } from "./presenter.ts";

export const quoteRoutes = (core: Core): Handlers<typeof quotes> => ({
  create: async ({ body, visitor }) => {
    const buyer = await visitor.buyer();
    const { country: asked, locale, ...request } = body;
    const accountId = body.platformContext?.accountId ?? null;
    // A price for somebody else's channel would tell that the channel is known here.
    if (accountId !== null) await core.socialAccounts.findOwned(core.database, buyer, accountId);
    const quote = await core.pricing.quoteLine(core.database, buyer, { ...request, locale: locale ?? "en" });
    const sellerCountry = core.config.seller.country;
    const country = asked ?? sellerCountry;
    const { rateBp } = core.tax.assess({ sellerCountry, billingCountry: country });
    return presentQuote(quote, { country, rateBp, taxMinor: core.tax.taxOn(quote.netMinor, rateBp) });
  },
});
