import { z } from "zod";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { Clock } from "#kernel/clock";
import { type Allowance, type FailedReading, failed, type ReadingOutcome } from "../social-account.ts";
import { askSource, type SourceAnswer } from "./ask-source.ts";
import { limitedUntil, readAllowance, withAllowance } from "./read-allowance.ts";
import type { MetricSource, SourceTarget } from "./source.ts";

const Token = z.object({ access_token: z.string().min(1).max(1_000), expires_in: z.int().min(1) });
const Users = z.object({
  data: z.array(
    z.object({
      id: z.string().regex(/^\d{1,30}$/),
      login: z.string().max(100),
      display_name: z.string().max(1_000),
      description: z.string().max(10_000).default(""),
      profile_image_url: z.string().max(2_000).optional(),
    }),
  ),
});
const Followers = z.object({ total: z.int().min(0) });

interface TwitchApp {
  readonly http: OutboundHttp;
  readonly clock: Clock;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly loginUrl: string;
  readonly apiUrl: string;
}

/**
 * Twitch's Helix with an app token (client credentials): `users` for the id, `channels/followers` for the total, whose
 * list would need a moderator. 800 points a minute, two for a reading. A suspended channel is left out like one that
 * never was.
 */
export function createTwitchSource(app: TwitchApp): MetricSource {
  const openToken = appToken(app);
  const ask = async (path: string, token: string) =>
    askSource(app.http, `${app.apiUrl.replace(/\/$/, "")}/helix/${path}`, {
      authorization: `Bearer ${token}`,
      "client-id": app.clientId,
    });
  const readOnce = async (target: SourceTarget, token: string): Promise<ReadingOutcome> => {
    const { platformUserId, handle } = target;
    const who = platformUserId === null ? { login: handle } : { id: platformUserId };
    const users = await ask(`users?${new URLSearchParams(who)}`, token);
    if ("outcome" in users) return users.outcome;
    if (users.status !== 200) return withAllowance(refused(users, app.clock), allowanceOf(users));
    const found = Users.safeParse(users.json);
    if (!found.success) return failed("schema_changed");
    const [user] = found.data.data;
    if (user === undefined) return failed("not_found");
    const followers = await ask(`channels/followers?broadcaster_id=${user.id}&first=1`, token);
    if ("outcome" in followers) return followers.outcome;
    return withAllowance(interpret(followers, user, app.clock), allowanceOf(followers));
  };
  return {
    id: "twitch-helix",
    platform: "twitch",
    method: "official_api",
    budget: { capacity: 150, perSecond: 250 / 60 },
    read: async (target) => {
      const token = await openToken(null);
      if (typeof token !== "string") return token;
      const outcome = await readOnce(target, token);
      if (outcome.status === "measured" || outcome.failure.kind !== "auth_expired") return outcome;
      // Twitch may end an app token early: one new one, then it is our credentials.
      const renewed = await openToken(token);
      return typeof renewed === "string" ? readOnce(target, renewed) : renewed;
    },
  };
}

/** In readings, of which each takes two requests. */
function allowanceOf({ headers }: SourceAnswer): Allowance | undefined {
  const allowance = readAllowance(headers, "ratelimit");
  return allowance && { ...allowance, remaining: Math.floor(allowance.remaining / 2) };
}

/** The app's token, kept until a minute before it ends; a new one when the given one was refused. */
function appToken(app: TwitchApp): (refusedToken: string | null) => Promise<string | FailedReading> {
  let kept: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<string | FailedReading> | null = null;
  const renew = async (): Promise<string | FailedReading> => {
    const url = `${app.loginUrl.replace(/\/$/, "")}/oauth2/token`;
    const form = { client_id: app.clientId, client_secret: app.clientSecret, grant_type: "client_credentials" };
    const answer = await askSource(app.http, url, {}, form);
    if ("outcome" in answer) return answer.outcome;
    if (answer.status >= 500) return failed("source_down");
    if (answer.status !== 200) return failed("auth_expired");
    const parsed = Token.safeParse(answer.json);
    if (!parsed.success) return failed("schema_changed");
    const { access_token: token, expires_in: livesS } = parsed.data;
    kept = { token, until: app.clock.wall().getTime() + (livesS - 60) * 1_000 };
    return token;
  };
  return async (refusedToken) => {
    const holds = kept !== null && kept.token !== refusedToken && kept.until > app.clock.wall().getTime();
    if (holds && kept !== null) return kept.token;
    asking ??= renew().finally(() => {
      asking = null;
    });
    return asking;
  };
}

function interpret(answer: SourceAnswer, user: z.output<typeof Users>["data"][number], clock: Clock): ReadingOutcome {
  if (answer.status !== 200) return refused(answer, clock);
  const parsed = Followers.safeParse(answer.json);
  if (!parsed.success) return failed("schema_changed");
  return {
    status: "measured",
    reading: {
      takenAt: clock.now(),
      source: "twitch-helix",
      method: "official_api",
      platformUserId: user.id,
      displayName: user.display_name,
      avatarUrl: user.profile_image_url ?? null,
      followers: parsed.data.total,
      posts: null,
      views: null,
      precision: { kind: "exact", step: 0 },
      rawHash: answer.rawHash,
      etag: answer.headers.etag ?? null,
      about: { handle: user.login.toLowerCase(), bio: user.description, links: [], verifiedLinks: [] },
    },
  };
}

function refused({ status, headers }: SourceAnswer, clock: Clock): ReadingOutcome {
  if (status === 429) return limitedUntil(clock, readAllowance(headers, "ratelimit"));
  if (status >= 500) return failed("source_down");
  if (status === 401 || status === 403) return failed("auth_expired");
  // A name Twitch can't have is a bad request there.
  return failed(status === 400 || status === 404 ? "not_found" : "schema_changed");
}
