import type { Scope, Tx } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import { newId } from "#kernel/id";
import { findMailRequest, insertMailRequest } from "./access-repository.ts";
import { normalizeEmail, type Person } from "./customer.ts";
import { accessRequested, passwordResetRequested, signUpRepeated, verificationRequested } from "./customer-events.ts";
import { findResetOwnerJob } from "./customer-jobs.ts";
import { findPersonByEmail, findPersonById } from "./customer-repository.ts";

/**
 * Takes the wish for a new password. Whether the address has an account is looked up by a job, so that neither the
 * answer nor its time tells.
 */
export async function requestPasswordReset(deps: { clock: Clock }, scope: Scope, email: string): Promise<void> {
  const request = { id: newId("mrq"), kind: "password-reset", email: normalizeEmail(email) } as const;
  await scope.transaction(async (tx) => {
    if (!(await insertMailRequest(tx, request, deps.clock.wall()))) return;
    tx.enqueue(findResetOwnerJob, { requestId: request.id }, { key: request.id });
  });
}

/** Publishes the wish for the account it is about; an address without one ends here. */
export async function findResetOwner(tx: Tx, requestId: string): Promise<void> {
  const request = await findMailRequest(tx, requestId, "password-reset");
  const person = request === null ? null : await findPersonByEmail(tx, request.email);
  if (person !== null) tx.publish(passwordResetRequested, { customerId: person.customerId });
}

/** Takes the wish for a link to the orders of an address, whether or not it has any. */
export async function requestAccess(deps: { clock: Clock }, scope: Scope, email: string): Promise<void> {
  const request = { id: newId("mrq"), kind: "order-access", email: normalizeEmail(email) } as const;
  await scope.transaction(async (tx) => {
    if (!(await insertMailRequest(tx, request, deps.clock.wall()))) return;
    tx.publish(accessRequested, { requestId: request.id });
  });
}

/** Asks for another confirmation mail, within the address's share. */
export async function requestVerification(
  deps: { clock: Clock },
  scope: Scope,
  person: Pick<Person, "customerId" | "email">,
): Promise<void> {
  await scope.transaction(async (tx) => {
    const request = { id: newId("mrq"), kind: "verification", email: person.email } as const;
    if (!(await insertMailRequest(tx, request, deps.clock.wall()))) return;
    tx.publish(verificationRequested, { customerId: person.customerId });
  });
}

/** Somebody signed up with an address that has an account: only its mailbox learns of it. */
export async function noteRepeatedSignUp(deps: { clock: Clock }, scope: Scope, customerId: string): Promise<void> {
  const person = await findPersonById(scope, customerId);
  if (person === null) return;
  if (!person.emailVerified) return requestVerification(deps, scope, person);
  await scope.transaction(async (tx) => {
    const request = { id: newId("mrq"), kind: "sign-up-repeated", email: person.email } as const;
    if (!(await insertMailRequest(tx, request, deps.clock.wall()))) return;
    tx.publish(signUpRepeated, { customerId });
  });
}
