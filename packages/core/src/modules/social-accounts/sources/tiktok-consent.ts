import { z } from "zod";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import { type Clock, hours } from "#kernel/clock";
import { type FailedReading, failed } from "../social-account.ts";
import { askSource } from "./ask-source.ts";
import type { ConsentIdentity, OwnerConsent, RenewalOutcome } from "./source.ts";

const Tokens = z.object({
  access_token: z.string().min(1).max(4_000),
  refresh_token: z.string().min(1).max(4_000),
  expires_in: z.int().min(1),
  scope: z.string().max(2_000),
});
const Refusal = z.object({ error: z.string() });

export interface TiktokApp {
  readonly http: OutboundHttp;
  readonly clock: Clock;
  readonly clientKey: string;
  readonly clientSecret: string;
  readonly loginUrl: string;
  readonly apiUrl: string;
}

const readingScopes = ["user.info.basic", "user.info.profile", "user.info.stats"];
const failure = ({ failure }: FailedReading) => ({ ok: false as const, failure });

/**
 * TikTok's Login Kit for the web. An access token lives a day, a refresh token a year and for one use. TikTok asks web
 * apps for no PKCE (and hashes in hex where it does): the code is bound by our secret and the redirect address.
 *
 * @param identify tells whose token it is
 */
export function createTiktokConsent(
  app: TiktokApp,
  identify: (accessToken: string) => Promise<ConsentIdentity | FailedReading>,
): OwnerConsent {
  const api = app.apiUrl.replace(/\/$/, "");
  const client = { client_key: app.clientKey, client_secret: app.clientSecret };
  return {
    renewBeforeMs: hours(2),
    authorizeUrl: ({ state, redirectUri, scopes = readingScopes }) => {
      const url = new URL(`${app.loginUrl.replace(/\/$/, "")}/v2/auth/authorize/`);
      url.searchParams.set("client_key", app.clientKey);
      url.searchParams.set("redirect_uri", redirectUri);
      url.searchParams.set("response_type", "code");
      url.searchParams.set("scope", scopes.join(","));
      url.searchParams.set("state", state);
      return url.href;
    },
    exchange: async ({ code, redirectUri }) => {
      const grant = { ...client, code, grant_type: "authorization_code", redirect_uri: redirectUri };
      const outcome = await askForTokens(app, grant);
      if (!outcome.ok) return outcome;
      const identity = await identify(outcome.tokens.accessToken);
      return "status" in identity ? failure(identity) : { ...outcome, identity };
    },
    refresh: (refreshToken) =>
      askForTokens(app, { ...client, grant_type: "refresh_token", refresh_token: refreshToken }),
    revoke: async (accessToken) => {
      const answer = await askSource(app.http, `${api}/v2/oauth/revoke/`, {}, { ...client, token: accessToken });
      return !("outcome" in answer) && answer.status === 200;
    },
  };
}

async function askForTokens(app: TiktokApp, form: Readonly<Record<string, string>>): Promise<RenewalOutcome> {
  const answer = await askSource(app.http, `${app.apiUrl.replace(/\/$/, "")}/v2/oauth/token/`, {}, form);
  if ("outcome" in answer) return failure(answer.outcome);
  if (answer.status === 429) return failure(failed("rate_limited", new Date(app.clock.wall().getTime() + 60_000)));
  if (answer.status >= 500) return failure(failed("source_down"));
  // TikTok tells a refused code or token with status 200 or 400.
  if (Refusal.safeParse(answer.json).success) return failure(failed("auth_expired"));
  const parsed = Tokens.safeParse(answer.json);
  if (!parsed.success) return failure(failed("schema_changed"));
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: livesS, scope } = parsed.data;
  const expiresAt = new Date(app.clock.wall().getTime() + livesS * 1_000);
  return { ok: true, tokens: { accessToken, refreshToken, expiresAt, scopes: scope.split(",").filter(Boolean) } };
}
