import type { Session } from "@smplat/contracts";
import type { Person } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";

/** Who a request comes from; a person's own data and nobody else's. */
export function presentSession(actor: Actor, person: Person | null, awaiting: Session["awaiting"] = null): Session {
  // Whoever the browser was before: the new session is nobody's until its second factor came.
  if (awaiting !== null) return { role: "anonymous", user: null, awaiting };
  if (person === null) return { role: actor.role, user: null, awaiting };
  const { customerId, email, name, emailVerified, locale } = person;
  return { role: person.role, user: { id: customerId, email, name, emailVerified, locale }, awaiting };
}
