import { cache } from "react";
import { api, orNotFound } from "#api/server-client.ts";
import { shopContext } from "#shop-context/shop-context.ts";

/** The product of a page, asked for once however often the page needs it. */
export const loadProduct = cache(async (slug: string) => {
  const { locale, currency, country } = await shopContext();
  return orNotFound(api().products.get({ params: { slug }, query: { locale, currency, country } }));
});
