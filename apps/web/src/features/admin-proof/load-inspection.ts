import type { ProofInspection } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { api } from "#api/server-client.ts";

/** Null when there is no such order. */
export async function loadInspection(orderId: string): Promise<ProofInspection | null> {
  try {
    return await api().adminProofs.inspect({ params: { orderId } });
  } catch (error) {
    if (error instanceof ApiProblem && (error.problem.status === 404 || error.problem.status === 422)) return null;
    throw error;
  }
}
