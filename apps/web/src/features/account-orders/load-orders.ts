import { ApiProblem } from "@smplat/contracts/client";
import { api } from "#api/server-client.ts";

const pageSize = "10";
type OrderPage = Awaited<ReturnType<ReturnType<typeof api>["orders"]["list"]>>;

export interface OrderListing {
  readonly page: OrderPage;
  /** The cursor in the address was too old; this is the first page. */
  readonly cursorLost: boolean;
}

/** The visitor's orders. Somebody nobody knows yet has none; staff have no orders of their own: null. */
export async function loadOrders(cursor: string | undefined): Promise<OrderListing | null> {
  try {
    const query = cursor === undefined ? { limit: pageSize } : { limit: pageSize, cursor };
    return { page: await api().orders.list({ query }), cursorLost: false };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.problem.status === 401) return { page: { items: [], nextCursor: null }, cursorLost: false };
    if (error.problem.status === 403) return null;
    if (error.problem.status !== 422 || cursor === undefined) throw error;
    return { page: await api().orders.list({ query: { limit: pageSize } }), cursorLost: true };
  }
}
