import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Address, Currency, Locale, text } from "../schemas.ts";

/** What an account keeps to fill in the next checkout. */
export const Profile = z.strictObject({
  email: z.string(),
  name: z.string(),
  locale: Locale,
  currency: Currency,
  company: z.nullable(z.string()),
  taxId: z.nullable(z.string()),
  address: z.nullable(Address),
});
export type Profile = z.infer<typeof Profile>;

export const accounts = {
  profile: endpoint({
    method: "GET",
    path: "/accounts/profile",
    summary: "Your own profile",
    access: ["customer", "operator", "admin"],
    audience: "customer",
    response: Profile,
  }),
  updateProfile: endpoint({
    method: "PATCH",
    path: "/accounts/profile",
    summary: "Change your own profile; what is left out stays",
    access: ["customer", "operator", "admin"],
    audience: "customer",
    body: z.strictObject({
      name: z.optional(text(120)),
      locale: z.optional(Locale),
      currency: z.optional(Currency),
      company: z.optional(z.nullable(text(120))),
      taxId: z.optional(z.nullable(text(20))),
      address: z.optional(z.nullable(Address)),
    }),
    response: Profile,
  }),
};
