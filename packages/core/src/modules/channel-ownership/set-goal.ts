import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { DomainError } from "#kernel/domain-error";
import type { OwnershipDeps } from "./channel-ownership.ts";
import { deleteGoal, upsertGoal } from "./channel-repository.ts";
import { type ChannelView, getChannel } from "./list-channels.ts";
import type { ChannelGoal, GoalMetric } from "./ownership.ts";

/**
 * Sets what the actor aims for with a channel, counted from where the number stands now. A goal of that number that was
 * there before is replaced.
 *
 * Throws `auth.required`, `channel.not-found`, and `request.invalid` for a day that is over.
 */
export async function setGoal(
  deps: OwnershipDeps,
  scope: Scope,
  actor: Actor,
  input: Pick<ChannelGoal, "accountId" | "metric" | "target" | "dueOn">,
): Promise<ChannelView> {
  const { account, snapshot } = await getChannel(deps, scope, actor, input.accountId);
  const now = deps.clock.now();
  if (new Date(`${input.dueOn}T23:59:59Z`) <= now) {
    throw new DomainError("request.invalid", { fields: [{ path: "dueOn", message: "must be a day to come" }] });
  }
  const startedFrom = snapshot?.[input.metric] ?? null;
  const goal: ChannelGoal = { ...input, accountId: account.id, startedFrom, startedAt: now };
  await scope.transaction((tx) => upsertGoal(tx, goal));
  return getChannel(deps, scope, actor, account.id);
}

/** Drops a goal; one that is not there is dropped already. Throws `auth.required`, `channel.not-found`. */
export async function dropGoal(
  deps: OwnershipDeps,
  scope: Scope,
  actor: Actor,
  accountId: string,
  metric: GoalMetric,
): Promise<void> {
  const account = await deps.socialAccounts.findOwned(scope, actor, accountId);
  await scope.transaction((tx) => deleteGoal(tx, account.id, metric));
}
