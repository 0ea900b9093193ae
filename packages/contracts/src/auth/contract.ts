import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Email, id, Locale, text } from "../schemas.ts";
import { roles } from "../vocabulary/roles.ts";

const Password = z.string().check(z.minLength(10), z.maxLength(256));

export const Session = z.strictObject({
  role: z.enum(roles),
  user: z.nullable(
    z.strictObject({ id: id("cus"), email: z.string(), name: z.string(), emailVerified: z.boolean(), locale: Locale }),
  ),
  /** What staff with the right password still owes; until then they are nobody to every other door. */
  awaiting: z.nullable(z.enum(["code", "enrollment"])),
});
export type Session = z.infer<typeof Session>;

export const auth = {
  session: endpoint({
    method: "GET",
    path: "/auth/session",
    summary: "Who this request comes from",
    access: "everyone",
    audience: "customer",
    response: Session,
    limitPerMinute: 600,
  }),
  signUp: endpoint({
    method: "POST",
    path: "/auth/sign-up",
    summary: "Open an account; the answer is the same whether or not the address has one",
    access: "everyone",
    body: z.strictObject({ email: Email, password: Password, name: text(120), locale: Locale }),
    success: 202,
    errors: ["auth.password-weak"],
    limitPerMinute: 10,
  }),
  verifyEmail: endpoint({
    method: "POST",
    path: "/auth/verify-email",
    summary: "Confirm the address with the token of the e-mail",
    access: "everyone",
    body: z.strictObject({ token: text(2000) }),
    response: Session,
    errors: ["auth.token-expired"],
    limitPerMinute: 20,
  }),
  signIn: endpoint({
    method: "POST",
    path: "/auth/sign-in",
    summary: "Sign in; a guest's cart, channels and orders move to the account",
    access: "everyone",
    audience: "customer",
    body: z.strictObject({ email: Email, password: z.string().check(z.minLength(1), z.maxLength(256)) }),
    response: Session,
    errors: ["auth.credentials-wrong", "auth.email-unverified"],
    limitPerMinute: 20,
  }),
  offerSecondFactor: endpoint({
    method: "POST",
    path: "/auth/second-factor/offers",
    summary: "Offer staff a new secret for an authenticator app; nothing changes before its first code",
    access: "everyone",
    response: z.strictObject({ setupKey: z.string(), uri: z.string() }),
    errors: ["auth.required", "auth.forbidden", "auth.second-factor-required"],
    limitPerMinute: 20,
  }),
  confirmSecondFactor: endpoint({
    method: "POST",
    path: "/auth/second-factor",
    summary: "Take the offered secret over with its first code; the recovery codes are shown this once",
    access: "everyone",
    body: z.strictObject({ code: text(40) }),
    response: z.strictObject({ recoveryCodes: z.array(z.string()) }),
    errors: [
      "auth.required",
      "auth.forbidden",
      "auth.code-wrong",
      "auth.second-factor-not-offered",
      "auth.second-factor-required",
    ],
    limitPerMinute: 20,
  }),
  passSecondFactor: endpoint({
    method: "POST",
    path: "/auth/second-factor/checks",
    summary: "Give the code of the app, or a recovery code, for this session",
    access: "everyone",
    audience: "customer",
    body: z.strictObject({ code: text(40) }),
    response: Session,
    errors: ["auth.required", "auth.forbidden", "auth.code-wrong"],
    limitPerMinute: 20,
  }),
  signOut: endpoint({
    method: "POST",
    path: "/auth/sign-out",
    summary: "End this session",
    access: "everyone",
    limitPerMinute: 60,
  }),
  requestPasswordReset: endpoint({
    method: "POST",
    path: "/auth/password-reset-requests",
    summary: "Send a link to set a new password; the answer never tells whether the address has an account",
    access: "everyone",
    body: z.strictObject({ email: Email }),
    success: 202,
    limitPerMinute: 10,
  }),
  resetPassword: endpoint({
    method: "POST",
    path: "/auth/password-resets",
    summary: "Set a new password with the token of the e-mail; ends all other sessions",
    access: "everyone",
    body: z.strictObject({ token: text(500), password: Password }),
    errors: ["auth.token-expired", "auth.password-weak"],
    limitPerMinute: 10,
  }),
  demoLogins: endpoint({
    method: "GET",
    path: "/auth/demo-logins",
    summary: "Logins of the demo; empty outside it",
    access: "everyone",
    session: "ignored",
    response: z.strictObject({
      logins: z.array(z.strictObject({ label: z.string(), email: z.string(), password: z.string() })),
    }),
  }),
};
