import type { Role } from "@smplat/contracts/vocabulary";

/** Who acts. `ownerId` is what the rows of a shopper carry: a customer's id, or a guest's until they sign in. */
export type Actor =
  | { readonly role: "anonymous" }
  | { readonly role: "guest"; readonly ownerId: string }
  | { readonly role: "customer"; readonly ownerId: string }
  | { readonly role: "operator" | "admin"; readonly staffId: string }
  | { readonly role: "service"; readonly keyId: string; readonly scopes: readonly string[] }
  | { readonly role: "system"; readonly job: string };

export const anonymous: Actor = { role: "anonymous" };
export const system = (job: string): Actor => ({ role: "system", job });

export const isStaff = (actor: Actor): boolean => actor.role === "operator" || actor.role === "admin";
export const isSystem = (actor: Actor): boolean => actor.role === "system";

/** The owner whose rows this actor may see as their own; null for everyone who owns nothing. */
export const ownerOf = (actor: Actor): string | null =>
  actor.role === "guest" || actor.role === "customer" ? actor.ownerId : null;

/** The id written into audits and events. */
export function actorId(actor: Actor): string | null {
  switch (actor.role) {
    case "guest":
    case "customer":
      return actor.ownerId;
    case "operator":
    case "admin":
      return actor.staffId;
    case "service":
      return actor.keyId;
    case "system":
      return actor.job;
    case "anonymous":
      return null;
  }
}

/** What audits, events and job payloads keep of an actor. */
export interface ActorRecord {
  readonly kind: Role;
  readonly id: string | null;
}
export const recordActor = (actor: Actor): ActorRecord => ({ kind: actor.role, id: actorId(actor) });
