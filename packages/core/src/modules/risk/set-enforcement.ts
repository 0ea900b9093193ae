import type { Scope } from "#infrastructure/database";
import { type Actor, recordActor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { riskVersionConflict } from "./risk-errors.ts";
import { authorizeRisk } from "./risk-policy.ts";
import { findEnforcement, insertAudit, updateEnforcement } from "./risk-repository.ts";

export interface Enforcement {
  /** Of a hundred carts, on how many a decision has its effect. */
  readonly percent: number;
  readonly version: number;
}

export function getEnforcement(scope: Scope, actor: Actor): Promise<Enforcement> {
  authorizeRisk(actor, "see");
  return findEnforcement(scope);
}

/** Turns the dial. Throws `risk.version-conflict`. */
export async function setEnforcement(
  deps: { readonly clock: Clock },
  scope: Scope,
  actor: Actor,
  { percent, version, reason }: Enforcement & { readonly reason: string },
): Promise<Enforcement> {
  authorizeRisk(actor, "turn-dial");
  return scope.transaction(async (tx) => {
    if (!(await updateEnforcement(tx, percent, version))) throw riskVersionConflict();
    await insertAudit(tx, {
      at: deps.clock.wall(),
      actor: recordActor(actor),
      action: "turn-dial",
      subjectId: "enforcement",
      reason,
      metadata: { percent },
    });
    return { percent, version: version + 1 };
  });
}
