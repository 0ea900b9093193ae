import { z } from "zod";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import { type Clock, days } from "#kernel/clock";
import { type FailedReading, failed } from "../social-account.ts";
import { askSource, type SourceAnswer } from "./ask-source.ts";
import { interpretRefusal } from "./meta-graph.ts";
import type { ConsentIdentity, ConsentOutcome, ConsentTokens, OwnerConsent, RenewalOutcome } from "./source.ts";

const token = z.string().min(1).max(4_000);
const Traded = z.object({ access_token: token, permissions: z.union([z.string(), z.array(z.string())]).default("") });
/** The documented answer wraps one entry in `data`; older apps get the entry itself. */
const TradedAnswer = z.union([z.object({ data: z.tuple([Traded]) }), Traded]);
const LongLived = z.object({ access_token: token, expires_in: z.int().min(1) });

export interface InstagramLogin {
  readonly http: OutboundHttp;
  readonly clock: Clock;
  readonly appId: string;
  readonly appSecret: string;
  readonly loginUrl: string;
  readonly codeUrl: string;
  readonly apiUrl: string;
}

const failure = ({ failure }: FailedReading) => ({ ok: false as const, failure });
const refusal = (answer: SourceAnswer, clock: Clock) => {
  const outcome = interpretRefusal(answer, clock, "not_found");
  return failure(outcome.status === "failed" ? outcome : failed("schema_changed"));
};

/**
 * Instagram Login for professional accounts. A code is traded for a token of an hour, that for one of 60 days, which
 * renews itself while it still holds: there is no refresh token. Instagram knows neither PKCE nor a way to revoke; an
 * owner ends the consent in Instagram's settings.
 *
 * @param identify tells whose token it is
 */
export function createInstagramConsent(
  login: InstagramLogin,
  identify: (accessToken: string) => Promise<ConsentIdentity | FailedReading>,
): OwnerConsent {
  return {
    renewBeforeMs: days(14),
    authorizeUrl: ({ state, redirectUri, scopes = ["instagram_business_basic"] }) => {
      const url = new URL(`${login.loginUrl.replace(/\/$/, "")}/oauth/authorize`);
      url.searchParams.set("client_id", login.appId);
      url.searchParams.set("redirect_uri", redirectUri);
      url.searchParams.set("response_type", "code");
      url.searchParams.set("scope", scopes.join(","));
      url.searchParams.set("state", state);
      return url.href;
    },
    exchange: async ({ code, redirectUri }) => {
      const short = await tradeCode(login, code, redirectUri);
      if ("ok" in short) return short;
      const long = await prolong(login, "access_token", {
        grant_type: "ig_exchange_token",
        client_secret: login.appSecret,
        access_token: short.accessToken,
      });
      if (!long.ok) return long;
      const identity = await identify(long.tokens.accessToken);
      if ("status" in identity) return failure(identity);
      return { ok: true, tokens: { ...long.tokens, scopes: short.scopes }, identity };
    },
    refresh: (accessToken) =>
      prolong(login, "refresh_access_token", { grant_type: "ig_refresh_token", access_token: accessToken }),
    revoke: async () => false,
  };
}

async function tradeCode(
  login: InstagramLogin,
  code: string,
  redirectUri: string,
): Promise<
  { readonly accessToken: string; readonly scopes: readonly string[] } | Extract<ConsentOutcome, { ok: false }>
> {
  const answer = await askSource(
    login.http,
    `${login.codeUrl.replace(/\/$/, "")}/oauth/access_token`,
    {},
    {
      client_id: login.appId,
      client_secret: login.appSecret,
      grant_type: "authorization_code",
      redirect_uri: redirectUri,
      // Instagram appends this to the code in the address; it is not part of it.
      code: code.replace(/#_$/, ""),
    },
  );
  if ("outcome" in answer) return failure(answer.outcome);
  if (answer.status >= 500) return failure(failed("source_down"));
  if (answer.status !== 200) return failure(failed("auth_expired"));
  const parsed = TradedAnswer.safeParse(answer.json);
  if (!parsed.success) return failure(failed("schema_changed"));
  const { access_token: accessToken, permissions } = "data" in parsed.data ? parsed.data.data[0] : parsed.data;
  const scopes = typeof permissions === "string" ? permissions.split(",").filter(Boolean) : permissions;
  return { accessToken, scopes };
}

async function prolong(
  login: InstagramLogin,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<RenewalOutcome> {
  const url = `${login.apiUrl.replace(/\/$/, "")}/${path}?${new URLSearchParams(query)}`;
  const answer = await askSource(login.http, url, {});
  if ("outcome" in answer) return failure(answer.outcome);
  if (answer.status !== 200) return refusal(answer, login.clock);
  const parsed = LongLived.safeParse(answer.json);
  if (!parsed.success) return failure(failed("schema_changed"));
  const { access_token: accessToken, expires_in: livesS } = parsed.data;
  const expiresAt = new Date(login.clock.wall().getTime() + livesS * 1_000);
  // The token is its own refresh token.
  const tokens: ConsentTokens = { accessToken, refreshToken: accessToken, expiresAt, scopes: [] };
  return { ok: true, tokens };
}
