import type { ProductPage } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { api } from "#api/server-client.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import type { ListFilters } from "./list-filters.ts";

const pageSize = "12";
const minorPerUnit = 100;

export interface ProductListing {
  readonly page: ProductPage;
  /** The cursor in the address was too old; this is the first page. */
  readonly cursorLost: boolean;
}

export async function loadProducts(filters: ListFilters): Promise<ProductListing> {
  const { locale, currency, country } = await shopContext();
  const query = {
    locale,
    currency,
    country,
    limit: pageSize,
    sort: filters.sort,
    ...(filters.platform === null ? {} : { platform: filters.platform }),
    ...(filters.category === null ? {} : { category: filters.category }),
    ...(filters.q === "" ? {} : { q: filters.q }),
    ...(filters.min === null ? {} : { minPriceMinor: String(filters.min * minorPerUnit) }),
    ...(filters.max === null ? {} : { maxPriceMinor: String(filters.max * minorPerUnit) }),
  };
  if (filters.cursor === null) return { page: await api().products.list({ query }), cursorLost: false };
  try {
    return { page: await api().products.list({ query: { ...query, cursor: filters.cursor } }), cursorLost: false };
  } catch (error) {
    if (!(error instanceof ApiProblem && error.problem.status === 422)) throw error;
    return { page: await api().products.list({ query }), cursorLost: true };
  }
}
