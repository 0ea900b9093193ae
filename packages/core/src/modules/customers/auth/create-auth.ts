import { betterAuth } from "better-auth";
import type { Database } from "#infrastructure/database";
import type { Logger } from "#infrastructure/logger";
import type { Clock } from "#kernel/clock";
import { after } from "#kernel/clock";
import { newId } from "#kernel/id";
import type { PasswordHash } from "./password-hash.ts";
import { sessionCookieName } from "./session-cookie.ts";
import { customerLimits } from "./session-limits.ts";

/** What the library tells us while it works, each called after its own write has committed. */
export interface AuthListeners {
  accountCreated(customerId: string): Promise<void>;
  /** Somebody signed up with an address that has an account. */
  signUpRepeated(customerId: string): Promise<void>;
  passwordReset(customerId: string): Promise<void>;
}

export interface AuthOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publicUrl: string;
  readonly secret: string;
  readonly passwords: PasswordHash;
  readonly listeners: AuthListeners;
}

export type Auth = ReturnType<typeof createAuth>;

/** How long the link that confirms an address works, in seconds. */
export const verificationSeconds = 24 * 3600;

const idPrefixes: Readonly<Record<string, string>> = { user: "cus", session: "ses", account: "crd" };

/**
 * The sign-in library on our tables, with passwords as the only way in. Called through `auth.api` on the server; its
 * own routes are not mounted, so its origin check and rate limit have no part: ours come before.
 */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    appName: "Smplat",
    baseURL: options.publicUrl,
    secret: options.secret,
    database: options.database.pool,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Its messages may name addresses; what matters comes back as an error.
    logger: {
      level: "error",
      log: (_level, message) => options.logger.warn({ message }, "the sign-in library reports"),
    },
    ...passwordSettings(options),
    ...tableSettings,
    advanced: {
      database: { generateId: ({ model }) => newId(idPrefixes[model] ?? "ver") },
      ipAddress: { disableIpTracking: true },
      ...cookieSettings(options.publicUrl),
    },
    databaseHooks: {
      user: { create: { after: (user) => options.listeners.accountCreated(user.id) } },
      session: { create: { before: async (session) => ({ data: { ...session, ...datesOf(options.clock) } }) } },
    },
  });
}

function passwordSettings({ passwords, listeners }: AuthOptions) {
  return {
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 256,
      password: { hash: passwords.hash, verify: passwords.verify },
      revokeSessionsOnPasswordReset: true,
      onExistingUserSignUp: ({ user }: { user: { id: string } }) => listeners.signUpRepeated(user.id),
      onPasswordReset: ({ user }: { user: { id: string } }) => listeners.passwordReset(user.id),
    },
    emailVerification: { sendOnSignUp: false, autoSignInAfterVerification: true, expiresIn: verificationSeconds },
  };
}

const timestamps = { createdAt: "created_at", updatedAt: "updated_at" } as const;

const tableSettings = {
  user: {
    modelName: "auth_user",
    fields: { ...timestamps, emailVerified: "email_verified" },
    additionalFields: {
      role: { type: "string", required: true, defaultValue: "customer", input: false },
      locale: { type: "string", required: true },
    },
  },
  session: {
    modelName: "auth_session",
    fields: {
      ...timestamps,
      userId: "user_id",
      expiresAt: "expires_at",
      ipAddress: "ip_address",
      userAgent: "user_agent",
    },
    expiresIn: customerLimits.absoluteMs / 1000,
    cookieCache: { enabled: false },
  },
  account: {
    modelName: "auth_credential",
    fields: {
      ...timestamps,
      accountId: "account_id",
      providerId: "provider_id",
      userId: "user_id",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
    },
  },
  verification: {
    modelName: "auth_verification",
    fields: { ...timestamps, expiresAt: "expires_at" },
    storeIdentifier: "hashed",
  },
} as const;

function cookieSettings(publicUrl: string) {
  return {
    // The library's own prefix would be `__Secure-`; the name below carries a stricter one.
    useSecureCookies: false,
    cookies: {
      session_token: {
        name: sessionCookieName(publicUrl),
        attributes: {
          secure: publicUrl.startsWith("https:"),
          httpOnly: true,
          sameSite: "lax" as const,
          path: "/",
        },
      },
    },
  };
}

function datesOf(clock: Clock) {
  const now = clock.wall();
  return { createdAt: now, updatedAt: now, expiresAt: after(now, customerLimits.absoluteMs) };
}
