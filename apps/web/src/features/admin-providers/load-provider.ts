import type { adminProviders, OperatorProduct, Provider, ResponseOf, RoutingDecision } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { api, orNull } from "#api/server-client.ts";

export interface ProviderPageView {
  readonly provider: Provider;
  readonly orders: ResponseOf<typeof adminProviders.orders>["items"] | null;
  readonly timeline: ResponseOf<typeof adminProviders.timeline>["items"] | null;
  readonly decisions: readonly RoutingDecision[] | null;
  /** What its services can be assigned to; null for those who may not, or while it can't be read. */
  readonly products: readonly OperatorProduct[] | null;
}

/** Null when there is no such supplier; a part that can't be read now is null by itself. */
export async function loadProvider(providerId: string, isAdmin: boolean): Promise<ProviderPageView | null> {
  const params = { providerId };
  try {
    const [provider, orders, timeline, decisions, products] = await Promise.all([
      api().adminProviders.get({ params }),
      orNull(api().adminProviders.orders({ params })),
      orNull(api().adminProviders.timeline({ params })),
      orNull(api().adminProviders.decisions({ params })),
      isAdmin ? orNull(api().adminProducts.list({ query: { limit: "100" } })) : null,
    ]);
    const part = <T>(list: { items: T } | null) => list?.items ?? null;
    return {
      provider,
      orders: part(orders),
      timeline: part(timeline),
      decisions: part(decisions),
      products: part(products),
    };
  } catch (error) {
    if (error instanceof ApiProblem && (error.problem.status === 404 || error.problem.status === 422)) return null;
    throw error;
  }
}
