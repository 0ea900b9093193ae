import type { Scope } from "#infrastructure/database";
import type { OwedFactor, Person, PersonRole, SignedInPerson } from "../customer.ts";
import { findSecondFactor } from "./second-factor-repository.ts";

/**
 * What a session without a second factor still owes.
 * @param demanded whether staff must have one
 */
export function owedFactor(role: PersonRole, enrolled: boolean, demanded: boolean): OwedFactor | null {
  if (role === "customer") return null;
  if (enrolled) return "code";
  return demanded ? "enrollment" : null;
}

/** A person whose session begins now. No query for customers. */
export async function begunBy(
  deps: { readonly scope: Scope; readonly secondFactorDemanded: boolean },
  person: Person,
): Promise<SignedInPerson> {
  if (person.role === "customer") return { ...person, awaiting: null };
  const enrolled = (await findSecondFactor(deps.scope, person.customerId))?.confirmedAt != null;
  return { ...person, awaiting: owedFactor(person.role, enrolled, deps.secondFactorDemanded) };
}
