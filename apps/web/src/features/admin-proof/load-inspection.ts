import type { InspectedPlacements, ProofInspection } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import type { Locale } from "@smplat/contracts/vocabulary";
import { api, orNull } from "#api/server-client.ts";

/** Null when there is no such order. */
export async function loadInspection(orderId: string, locale: Locale): Promise<ProofInspection | null> {
  try {
    return await api().adminProofs.inspect({ params: { orderId }, query: { locale } });
  } catch (error) {
    if (error instanceof ApiProblem && (error.problem.status === 404 || error.problem.status === 422)) return null;
    throw error;
  }
}

/** Null when it could not be read; the rest of the page stands. */
export const loadPlacements = (orderId: string): Promise<InspectedPlacements | null> =>
  orNull(api().adminLiveness.inspect({ params: { orderId } }));
