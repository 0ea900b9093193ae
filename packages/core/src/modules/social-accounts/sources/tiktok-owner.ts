import { z } from "zod";
import type { Clock } from "#kernel/clock";
import { type FailedReading, failed, type ReadingOutcome } from "../social-account.ts";
import { askSource, type SourceAnswer } from "./ask-source.ts";
import { limitedUntil } from "./read-allowance.ts";
import type { ConsentIdentity, MetricSource } from "./source.ts";
import { createTiktokConsent, type TiktokApp } from "./tiktok-consent.ts";

const count = z.int().min(0);
const UserInfo = z.object({
  data: z.object({
    user: z.object({
      open_id: z.string().min(1).max(200),
      username: z.string().min(1).max(100),
      display_name: z.string().max(1_000),
      avatar_url: z.string().max(2_000).optional(),
      follower_count: count,
      video_count: count,
    }),
  }),
  error: z.object({ code: z.literal("ok") }),
});
const Refusal = z.object({ error: z.object({ code: z.string() }) });
const fields = "open_id,username,display_name,avatar_url,follower_count,video_count";

/**
 * TikTok's Display API, `GET /v2/user/info/`: the authorizing user and nobody else, exact. Looking others up exists only
 * in the Research API, which is not for business use: without consent a channel is not readable. 600 requests in a
 * sliding minute for the whole app; the budget spends two thirds of that.
 */
export function createTiktokOwnerSource(app: TiktokApp): MetricSource {
  const ask = (accessToken: string) =>
    askSource(app.http, `${app.apiUrl.replace(/\/$/, "")}/v2/user/info/?fields=${fields}`, {
      authorization: `Bearer ${accessToken}`,
    });
  const identify = async (accessToken: string): Promise<ConsentIdentity | FailedReading> => {
    const answer = await ask(accessToken);
    if ("outcome" in answer) return answer.outcome;
    const outcome = interpret(answer, app.clock);
    if (outcome.status === "failed") return outcome;
    const { user } = UserInfo.parse(answer.json).data;
    return { platformUserId: user.open_id, handle: user.username.toLowerCase(), displayName: user.display_name };
  };
  return {
    id: "tiktok-display-api",
    platform: "tiktok",
    method: "owner_oauth",
    budget: { capacity: 200, perSecond: 200 / 60 },
    consent: createTiktokConsent(app, identify),
    read: async ({ accessToken = "" }) => {
      const answer = await ask(accessToken);
      return "outcome" in answer ? answer.outcome : interpret(answer, app.clock);
    },
  };
}

function interpret(answer: SourceAnswer, clock: Clock): ReadingOutcome {
  const parsed = UserInfo.safeParse(answer.json);
  if (answer.status !== 200 || !parsed.success) return refused(answer, clock);
  const { user } = parsed.data.data;
  return {
    status: "measured",
    reading: {
      takenAt: clock.now(),
      source: "tiktok-display-api",
      method: "owner_oauth",
      platformUserId: user.open_id,
      displayName: user.display_name,
      avatarUrl: user.avatar_url ?? null,
      followers: user.follower_count,
      posts: user.video_count,
      views: null,
      precision: { kind: "exact", step: 0 },
      rawHash: answer.rawHash,
      etag: answer.headers.etag ?? null,
      about: { handle: user.username.toLowerCase(), bio: null, links: [], verifiedLinks: [] },
    },
  };
}

function refused({ status, json }: SourceAnswer, clock: Clock): ReadingOutcome {
  const parsed = Refusal.safeParse(json);
  const code = parsed.success ? parsed.data.error.code : "";
  // No header tells when: the window slides over a minute.
  if (status === 429 || code === "rate_limit_exceeded") return limitedUntil(clock, undefined);
  if (status >= 500 || code === "internal_error") return failed("source_down");
  if (code === "scope_not_authorized" || code === "scope_permission_missed") return failed("consent_required");
  return failed(status === 401 || code === "access_token_invalid" ? "auth_expired" : "schema_changed");
}
