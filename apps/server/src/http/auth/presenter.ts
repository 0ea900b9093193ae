import type { Session } from "@smplat/contracts";
import type { Person } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";

/** Who a request comes from; a person's own data and nobody else's. */
export function presentSession(actor: Actor, person: Person | null, awaiting: Session["awaiting"] = null): Session {
  if (person === null || awaiting !== null) return { role: actor.role, user: null, awaiting };
  const { customerId, email, name, emailVerified, locale } = person;
  return { role: person.role, user: { id: customerId, email, name, emailVerified, locale }, awaiting };
}
