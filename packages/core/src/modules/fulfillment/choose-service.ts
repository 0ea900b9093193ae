import type { ServiceCandidate } from "#modules/suppliers";

export type ServiceChoice =
  | { readonly kind: "chosen"; readonly service: ServiceCandidate }
  /** There is a service, but its supplier takes no orders now. */
  | { readonly kind: "paused" }
  | { readonly kind: "none" };

/**
 * Who does the work: rows of the product itself before rows of its service key, then the lowest priority number.
 * Suppliers that are not active are passed over. Pure; the one place a router would replace.
 */
export function chooseService(candidates: readonly ServiceCandidate[]): ServiceChoice {
  const standing = candidates.filter((candidate) => candidate.providerState !== "retired");
  const own = standing.filter((candidate) => candidate.ofProduct);
  const pool = own.length > 0 ? own : standing;
  if (pool.length === 0) return { kind: "none" };
  const [best] = pool
    .filter((candidate) => candidate.providerState === "active")
    .sort((a, b) => a.priority - b.priority || a.providerId.localeCompare(b.providerId));
  return best === undefined ? { kind: "paused" } : { kind: "chosen", service: best };
}
