import type { products } from "@smplat/contracts";
import type { Currency, Locale } from "@smplat/contracts/vocabulary";
import type { Core } from "@smplat/core";
import { DomainError } from "@smplat/core/kernel/domain-error";
import type { Handlers } from "../handler.ts";
import { type ProductView, presentCard, presentProduct } from "./presenter.ts";

export const productRoutes = (core: Core): Handlers<typeof products> => ({
  list: async ({ query }) => {
    const view = viewOf(core, query);
    const net = core.tax.netRange({ minMinor: query.minPriceMinor, maxMinor: query.maxPriceMinor }, view.taxRateBp);
    const page = await core.catalog.listPublished(core.database, {
      platform: query.platform,
      category: query.category,
      text: query.q,
      minPriceMinor: net.minMinor,
      maxPriceMinor: net.maxMinor,
      currency: view.currency,
      locale: view.locale,
      sort: query.sort,
      cursor: query.cursor,
      limit: query.limit,
    });
    const metrics = await core.deliveryProof.metricsForMany(
      core.database,
      page.items.map((card) => card.id),
    );
    return {
      items: page.items.map((card) => presentCard(card, metrics.get(card.id) ?? null, view)),
      nextCursor: page.nextCursor,
    };
  },
  get: async ({ params, query }) => {
    const view = viewOf(core, query);
    const product = await core.catalog.getPublished(core.database, params.slug);
    // Not priced in this currency is, for whoever asks in it, the same as not sold.
    if (product.prices[view.currency] === undefined) throw new DomainError("product.not-found", { slug: params.slug });
    const metrics = await core.deliveryProof.metricsFor(core.database, product.id);
    return presentProduct(product, core.pricing.fromNet(product, view.currency), metrics, view);
  },
});

/** The view asked for, or the shop's own: English, euro, the seller's VAT. */
function viewOf(
  core: Core,
  query: { locale?: Locale | undefined; currency?: Currency | undefined; country?: string | undefined },
): ProductView {
  const sellerCountry = core.config.seller.country;
  const { rateBp } = core.tax.assess({ sellerCountry, billingCountry: query.country ?? sellerCountry });
  return {
    locale: query.locale ?? "en",
    currency: query.currency ?? "EUR",
    taxRateBp: rateBp,
    taxOn: (netMinor) => core.tax.taxOn(netMinor, rateBp),
  };
}
