import type { Scope, Tx } from "#infrastructure/database";
import { type Clock, minutes } from "#kernel/clock";
import { customerSignedUp, verificationRequested } from "./customer-events.ts";
import { findPersonById, insertProfile, listAccountsWithoutProfile } from "./customer-repository.ts";

const batch = 200;

/** Tells that an account was opened and asks for its confirmation mail: once per account, however often it is called. */
export async function announceSignUp(deps: { clock: Clock }, scope: Scope, customerId: string): Promise<void> {
  await scope.transaction(async (tx) => {
    if (!(await insertProfile(tx, customerId, deps.clock.wall()))) return;
    tx.publish(customerSignedUp, { customerId });
    const person = await findPersonById(tx, customerId);
    if (person !== null && !person.emailVerified) tx.publish(verificationRequested, { customerId });
  });
}

/** Announces what a crash between the account's transaction and the announcement's left out. */
export async function announceMissedSignUps(deps: { clock: Clock }, tx: Tx): Promise<void> {
  const before = new Date(deps.clock.wall().getTime() - minutes(1));
  for (const customerId of await listAccountsWithoutProfile(tx, before, batch)) {
    await announceSignUp(deps, tx, customerId);
  }
}
