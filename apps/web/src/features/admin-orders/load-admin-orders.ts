import { ApiProblem } from "@smplat/contracts/client";
import { api } from "#api/server-client.ts";
import { type OrderFilters, orderListQuery } from "./order-filters.ts";

export type AdminOrderPage = Awaited<ReturnType<ReturnType<typeof api>["adminOrders"]["list"]>>;

export async function loadAdminOrders(filters: OrderFilters): Promise<{ page: AdminOrderPage; cursorLost: boolean }> {
  try {
    return { page: await api().adminOrders.list({ query: orderListQuery(filters) }), cursorLost: false };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.status !== 422 || filters.cursor === null) throw error;
    const query = orderListQuery({ ...filters, cursor: null });
    return { page: await api().adminOrders.list({ query }), cursorLost: true };
  }
}
