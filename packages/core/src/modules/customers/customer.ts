import type { Currency, Locale } from "@smplat/contracts/vocabulary";
import type { Actor } from "#kernel/actor";
import { DomainError } from "#kernel/domain-error";

/** What an account may be. Set by `createAccount` alone, never by what a person sends. */
export const personRoles = ["customer", "operator", "admin"] as const;
export type PersonRole = (typeof personRoles)[number];

/** Somebody with an account, as a session shows them. `customerId` is `ownerId` of a customer and `staffId` of staff. */
export interface Person {
  readonly customerId: string;
  readonly role: PersonRole;
  readonly email: string;
  readonly name: string;
  readonly emailVerified: boolean;
  readonly locale: Locale;
}

/** What a session of staff still owes before it counts: a code of the app, or setting the app up. */
export const owedFactors = ["code", "enrollment"] as const;
export type OwedFactor = (typeof owedFactors)[number];

/** Somebody whose password was right. While `awaiting` is not null they are nobody yet. */
export interface SignedInPerson extends Person {
  readonly awaiting: OwedFactor | null;
}

/** Where and in which language to write to an account. */
export interface CustomerContact {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

export interface CustomerAddress {
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly postalCode: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
}

/** What an account keeps to fill in the next checkout. */
export interface CustomerProfile extends CustomerContact {
  readonly customerId: string;
  readonly currency: Currency;
  readonly company: string | null;
  readonly taxId: string | null;
  readonly address: CustomerAddress | null;
}

/** What a person may change of their profile; left out stays. */
export type ProfileChanges = {
  readonly [Field in "name" | "locale" | "currency" | "company" | "taxId" | "address"]?:
    | CustomerProfile[Field]
    | undefined;
};

/** The account an actor acts as. Throws `auth.required` for everybody without one. */
export function accountOf(actor: Actor): string {
  if (actor.role === "customer") return actor.ownerId;
  if (actor.role === "operator" || actor.role === "admin") return actor.staffId;
  throw new DomainError("auth.required");
}

/** Addresses are compared and stored in lower case. */
export const normalizeEmail = (email: string): string => email.trim().toLowerCase();
