import { z } from "zod";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { Clock } from "#kernel/clock";
import { failed, type ReadingOutcome } from "../social-account.ts";
import { askSource, type SourceAnswer } from "./ask-source.ts";
import { limitedUntil, readAllowance, withAllowance } from "./read-allowance.ts";
import type { MetricSource, SourceTarget } from "./source.ts";

const count = z.int().min(0);
const Found = z.object({
  data: z.object({
    id: z.string().regex(/^\d{1,30}$/),
    name: z.string().max(1_000),
    username: z.string().max(100),
    protected: z.boolean().default(false),
    description: z.string().max(10_000).optional(),
    entities: z
      .object({ url: z.object({ urls: z.array(z.object({ expanded_url: z.string().max(2_000) })) }).optional() })
      .optional(),
    profile_image_url: z.string().max(2_000).optional(),
    public_metrics: z.object({ followers_count: count, tweet_count: count }),
  }),
});
/** Status 200 with errors and no data: the user is gone or suspended. */
const NotShown = z.object({ errors: z.array(z.object({ title: z.string(), detail: z.string().default("") })).min(1) });

/**
 * X API v2, users by name or by id: 300 requests in a quarter of an hour for each of the two, so they have a budget
 * each. Paid: a user read costs $0.010, and the same user is free again until the UTC day ends. A protected account
 * still tells its counts, which stay worth nothing to buyers: nobody but its followers sees the posts.
 */
export function createXSource(options: {
  readonly http: OutboundHttp;
  readonly clock: Clock;
  readonly apiUrl: string;
  readonly bearerToken: string;
}): MetricSource {
  return {
    id: "x-api-v2",
    platform: "x",
    method: "official_api",
    budget: { capacity: 150, perSecond: 150 / 900 },
    bucketOf: ({ platformUserId }) => (platformUserId === null ? "users/by/username" : "users/:id"),
    pricePerChannelDayUsd: 0.01,
    read: async (target) => {
      const answer = await askSource(options.http, addressOf(options.apiUrl, target), {
        authorization: `Bearer ${options.bearerToken}`,
      });
      if ("outcome" in answer) return answer.outcome;
      const allowance = readAllowance(answer.headers, "x-rate-limit");
      return withAllowance(interpret(answer, options.clock), allowance);
    },
  };
}

function addressOf(apiUrl: string, { handle, platformUserId }: SourceTarget): string {
  const who = platformUserId === null ? `by/username/${handle}` : platformUserId;
  const url = new URL(`${apiUrl.replace(/\/$/, "")}/2/users/${who}`);
  url.searchParams.set("user.fields", "public_metrics,profile_image_url,protected,description,entities");
  return url.href;
}

function interpret(answer: SourceAnswer, clock: Clock): ReadingOutcome {
  if (answer.status !== 200) return refused(answer, clock);
  const missing = NotShown.safeParse(answer.json);
  const parsed = Found.safeParse(answer.json);
  if (!parsed.success) {
    if (!missing.success) return failed("schema_changed");
    const suspended = missing.data.errors.some((error) => /suspended/i.test(error.detail));
    if (suspended) return failed("suspended");
    return failed(missing.data.errors.some((error) => /not found/i.test(error.title)) ? "not_found" : "schema_changed");
  }
  const user = parsed.data.data;
  if (user.protected) return failed("private");
  return {
    status: "measured",
    reading: {
      takenAt: clock.now(),
      source: "x-api-v2",
      method: "official_api",
      platformUserId: user.id,
      displayName: user.name,
      avatarUrl: user.profile_image_url ?? null,
      followers: user.public_metrics.followers_count,
      posts: user.public_metrics.tweet_count,
      views: null,
      precision: { kind: "exact", step: 0 },
      rawHash: answer.rawHash,
      etag: answer.headers.etag ?? null,
      about: {
        handle: user.username.toLowerCase(),
        bio: user.description ?? null,
        links: user.entities?.url?.urls.map((link) => link.expanded_url) ?? [],
        verifiedLinks: [],
      },
    },
  };
}

function refused({ status, headers }: SourceAnswer, clock: Clock): ReadingOutcome {
  if (status === 429) return limitedUntil(clock, readAllowance(headers, "x-rate-limit"));
  if (status >= 500) return failed("source_down");
  // 402: the prepaid credits are spent. Like a dead token, that is ours to repair.
  if (status === 401 || status === 402 || status === 403) return failed("auth_expired");
  return failed(status === 404 ? "not_found" : "schema_changed");
}
