import type { Context } from "hono";
import { hangUp, type SandboxEnv } from "../http/hang-up.ts";
import type { World } from "../world.ts";
import type { SupplierId } from "./supplier-state.ts";
import { isTurnedAway, isUp } from "./supplier-uptime.ts";

/** How a supplier says, in its own dialect, that it cannot answer. */
export interface SupplierRefusals {
  down(c: Context<SandboxEnv>): Response;
  rateLimited(c: Context<SandboxEnv>): Response;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

/** Lets a request through, or disturbs it, according to the supplier's mode. */
export async function disturbed(
  world: World,
  supplier: SupplierId,
  c: Context<SandboxEnv>,
  refusals: SupplierRefusals,
  answer: () => Promise<Response>,
): Promise<Response> {
  const { mode, slowMs } = world.state.suppliers[supplier].control;
  if (!isUp(world, supplier) || isTurnedAway(world, supplier)) {
    return refusals.down(c);
  }
  if (mode === "rate-limited") {
    return refusals.rateLimited(c);
  }
  if (mode === "slow") {
    await pause(slowMs);
  }
  const response = await answer();
  if (mode !== "malformed") {
    return response;
  }
  const text = await response.text();
  return c.body(text.slice(0, Math.ceil(text.length / 2)), 200, { "content-type": "application/json" });
}

/** The answer to a submit or a make-good: lost on the way when the supplier accepts and then falls silent. */
export async function submitAnswer(
  world: World,
  supplier: SupplierId,
  c: Context<SandboxEnv>,
  answer: Response,
): Promise<Response> {
  const { mode, hangMs } = world.state.suppliers[supplier].control;
  return mode === "accept-then-timeout" ? hangUp(c, hangMs) : answer;
}

/** Counts a submit request for a reference, whatever becomes of it. */
export function countSubmit(world: World, supplier: SupplierId, reference: string): void {
  const { submits } = world.state.suppliers[supplier];
  submits[reference] = (submits[reference] ?? 0) + 1;
  world.changed();
}
