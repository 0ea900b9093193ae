import { ApiProblem } from "@smplat/contracts/client";
import { api } from "#api/server-client.ts";
import { type ProductFilters, productListQuery } from "./product-filters.ts";

export type AdminProductPage = Awaited<ReturnType<ReturnType<typeof api>["adminProducts"]["list"]>>;

export async function loadAdminProducts(
  filters: ProductFilters,
): Promise<{ page: AdminProductPage; cursorLost: boolean }> {
  try {
    return { page: await api().adminProducts.list({ query: productListQuery(filters) }), cursorLost: false };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.status !== 422 || filters.cursor === null) throw error;
    const query = productListQuery({ ...filters, cursor: null });
    return { page: await api().adminProducts.list({ query }), cursorLost: true };
  }
}
