import type { Scope } from "#infrastructure/database";
import type { Attempt } from "./attempt.ts";
import { listAttemptsOfOrder, listOpenAttempts } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import type { AttemptView } from "./views.ts";

type Deps = Pick<FulfillmentDeps, "suppliers">;

/** Every submit of an order, oldest first, with its supplier's name. */
export const listAttempts = async (deps: Deps, scope: Scope, orderId: string): Promise<AttemptView[]> =>
  named(deps, scope, await listAttemptsOfOrder(scope, orderId));

/** Submits at the manual desk that wait for a person, oldest first. */
export const listDesk = async (deps: Deps, scope: Scope): Promise<AttemptView[]> =>
  named(deps, scope, await listOpenAttempts(scope, await deps.suppliers.listIds(scope, "manual")));

async function named(deps: Deps, scope: Scope, attempts: readonly Attempt[]): Promise<AttemptView[]> {
  const names = await deps.suppliers.names(scope, [...new Set(attempts.map((attempt) => attempt.providerId))]);
  return attempts.map((attempt) => ({ ...attempt, providerName: names.get(attempt.providerId) ?? attempt.providerId }));
}
