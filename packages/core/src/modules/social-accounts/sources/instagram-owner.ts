import { z } from "zod";
import type { Clock } from "#kernel/clock";
import { type FailedReading, failed, type ReadingOutcome } from "../social-account.ts";
import { askSource, type SourceAnswer } from "./ask-source.ts";
import { createInstagramConsent, type InstagramLogin } from "./instagram-consent.ts";
import { interpretRefusal, metaDailyCalls, readMetaUsage } from "./meta-graph.ts";
import { withAllowance } from "./read-allowance.ts";
import type { ConsentIdentity, MetricSource } from "./source.ts";

const count = z.int().min(0);
const Me = z.object({
  user_id: z.string().regex(/^\d{1,30}$/),
  username: z.string().max(100),
  name: z.string().max(1_000).optional(),
  profile_picture_url: z.string().max(2_000).optional(),
  followers_count: count,
  media_count: count,
});
const fields = "user_id,username,name,profile_picture_url,followers_count,media_count";

/**
 * Instagram's API with Instagram Login, `GET /me`: an owner's own professional account, exact, also when it is private.
 * Each owner has an allowance of their own. Error 190 means that the token is dead.
 */
export function createInstagramOwnerSource(login: InstagramLogin): MetricSource {
  const ask = async (accessToken: string): Promise<SourceAnswer | { readonly outcome: FailedReading }> => {
    const url = `${login.apiUrl.replace(/\/$/, "")}/v25.0/me?fields=${fields}`;
    return askSource(login.http, url, { authorization: `Bearer ${accessToken}` });
  };
  const identify = async (accessToken: string): Promise<ConsentIdentity | FailedReading> => {
    const answer = await ask(accessToken);
    if ("outcome" in answer) return answer.outcome;
    const outcome = interpret(answer, login.clock);
    if (outcome.status === "failed") return outcome;
    const { user_id: platformUserId, username, name } = Me.parse(answer.json);
    return { platformUserId, handle: username.toLowerCase(), displayName: name ?? null };
  };
  return {
    id: "instagram-login",
    platform: "instagram",
    method: "owner_oauth",
    budget: { capacity: metaDailyCalls / 4, perSecond: (0.75 * metaDailyCalls) / 86_400 },
    bucketOf: ({ platformUserId, handle }) => platformUserId ?? handle,
    consent: createInstagramConsent(login, identify),
    read: async ({ accessToken = "" }) => {
      const answer = await ask(accessToken);
      if ("outcome" in answer) return answer.outcome;
      return withAllowance(interpret(answer, login.clock), readMetaUsage(answer.headers, login.clock));
    },
  };
}

function interpret(answer: SourceAnswer, clock: Clock): ReadingOutcome {
  if (answer.status !== 200) return interpretRefusal(answer, clock, "not_found");
  const parsed = Me.safeParse(answer.json);
  if (!parsed.success) return failed("schema_changed");
  const me = parsed.data;
  return {
    status: "measured",
    reading: {
      takenAt: clock.now(),
      source: "instagram-login",
      method: "owner_oauth",
      platformUserId: me.user_id,
      displayName: me.name ?? null,
      avatarUrl: me.profile_picture_url ?? null,
      followers: me.followers_count,
      posts: me.media_count,
      views: null,
      precision: { kind: "exact", step: 0 },
      rawHash: answer.rawHash,
      etag: answer.headers.etag ?? null,
      about: { handle: me.username.toLowerCase(), bio: null, links: [], verifiedLinks: [] },
    },
  };
}
