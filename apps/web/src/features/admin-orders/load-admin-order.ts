import type { OperatorOrder, Timeline } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import type { Locale } from "@smplat/contracts/vocabulary";
import { api, orNull } from "#api/server-client.ts";

export interface AdminOrderView {
  readonly detail: OperatorOrder;
  readonly timeline: Timeline | null;
}

/** Null when there is no such order. */
export async function loadAdminOrder(orderId: string, locale: Locale): Promise<AdminOrderView | null> {
  const params = { orderId };
  try {
    const [detail, timeline] = await Promise.all([
      api().adminOrders.get({ params }),
      orNull(api().adminOrders.timeline({ params, query: { locale } })),
    ]);
    return { detail, timeline };
  } catch (error) {
    if (error instanceof ApiProblem && (error.problem.status === 404 || error.problem.status === 422)) return null;
    throw error;
  }
}
