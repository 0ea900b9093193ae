import type { Scope, Tx } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { accountOf, type CustomerProfile, type ProfileChanges } from "./customer.ts";
import { accountGone } from "./customer-errors.ts";
import { findProfile, updateProfileRow } from "./customer-repository.ts";

/** The actor's own profile. Throws `auth.required` for whoever has no account. */
export async function getProfile(scope: Scope, actor: Actor): Promise<CustomerProfile> {
  const profile = await findProfile(scope, accountOf(actor));
  if (profile === null) throw accountGone();
  return profile;
}

/** Changes the actor's own profile and returns it as it is now. Throws `auth.required`. */
export async function updateProfile(
  deps: { clock: Clock },
  tx: Tx,
  actor: Actor,
  changes: ProfileChanges,
): Promise<CustomerProfile> {
  await updateProfileRow(tx, accountOf(actor), changes, deps.clock.wall());
  return getProfile(tx, actor);
}
