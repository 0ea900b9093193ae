import type { Platform } from "@smplat/contracts/vocabulary";
import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { ReadingFailure } from "#modules/social-accounts";
import type { OwnershipDeps } from "./channel-ownership.ts";
import { deleteDisconnected } from "./channel-repository.ts";
import { requireOwner } from "./issue-challenge.ts";
import { type ChannelView, getChannel } from "./list-channels.ts";

/** What became of a channel somebody wants on their list; no `channel` where nobody can find it. */
export interface KeptChannel {
  readonly channel: ChannelView | null;
  readonly failure: ReadingFailure | null;
}

/**
 * Looks a channel up and puts it on the actor's list, also one that was disconnected before. Calls the outside: never
 * inside a transaction. Throws `auth.required`, `channel.handle-invalid`.
 */
export async function keepChannel(
  deps: OwnershipDeps,
  scope: Scope,
  actor: Actor,
  input: { readonly platform: Platform; readonly handle: string },
): Promise<KeptChannel> {
  requireOwner(actor);
  const { account, failure } = await deps.socialAccounts.validate(scope, actor, input);
  if (account === null) return { channel: null, failure };
  await scope.transaction((tx) => deleteDisconnected(tx, account.id));
  return { channel: await getChannel(deps, scope, actor, account.id), failure };
}
