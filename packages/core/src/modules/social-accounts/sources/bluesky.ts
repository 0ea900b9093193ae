import { z } from "zod";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { Clock } from "#kernel/clock";
import { failed, type ReadingOutcome } from "../social-account.ts";
import { askSource, type SourceAnswer } from "./ask-source.ts";
import { limitedUntil, readAllowance, withAllowance } from "./read-allowance.ts";
import type { MetricSource } from "./source.ts";

const count = z.int().min(0);
const Profile = z.object({
  did: z.string().startsWith("did:").max(300),
  handle: z.string().max(300),
  displayName: z.string().max(1_000).optional(),
  avatar: z.string().max(2_000).optional(),
  description: z.string().max(10_000).optional(),
  followersCount: count,
  postsCount: count,
  labels: z.array(z.object({ val: z.string(), neg: z.boolean().optional() })).default([]),
});
const Refusal = z.object({ error: z.string(), message: z.string().default("") });

/**
 * Bluesky's public AppView, `app.bsky.actor.getProfile`. The hosts allow 3 000 requests in five minutes per address;
 * the budget never spends more: 300 at once and nine a second.
 */
export function createBlueskySource(options: {
  readonly http: OutboundHttp;
  readonly clock: Clock;
  readonly apiUrl: string;
}): MetricSource {
  return {
    id: "bluesky-appview",
    platform: "bluesky",
    method: "official_api",
    budget: { capacity: 300, perSecond: 9 },
    read: async ({ handle, platformUserId }) => {
      const url = new URL(`${options.apiUrl.replace(/\/$/, "")}/xrpc/app.bsky.actor.getProfile`);
      url.searchParams.set("actor", platformUserId ?? handle);
      const answer = await askSource(options.http, url.href, {});
      if ("outcome" in answer) return answer.outcome;
      return withAllowance(interpret(answer, options.clock), readAllowance(answer.headers, "ratelimit"));
    },
  };
}

function interpret(answer: SourceAnswer, clock: Clock): ReadingOutcome {
  if (answer.status !== 200) return refused(answer, clock);
  const parsed = Profile.safeParse(answer.json);
  if (!parsed.success) return failed("schema_changed");
  const profile = parsed.data;
  // The owner asks apps not to show the account to people who are not signed in; we are not.
  const hidden = profile.labels.some((label) => label.val === "!no-unauthenticated" && label.neg !== true);
  if (hidden) return failed("private");
  return {
    status: "measured",
    reading: {
      takenAt: clock.now(),
      source: "bluesky-appview",
      method: "official_api",
      platformUserId: profile.did,
      displayName: profile.displayName ?? null,
      avatarUrl: profile.avatar ?? null,
      followers: profile.followersCount,
      posts: profile.postsCount,
      views: null,
      precision: { kind: "exact", step: 0 },
      rawHash: answer.rawHash,
      etag: answer.headers.etag ?? null,
      about: {
        // A handle whose domain no longer leads to the account is told as this.
        handle: profile.handle === "handle.invalid" ? null : profile.handle.toLowerCase(),
        bio: profile.description ?? null,
        links: [],
        verifiedLinks: [],
      },
    },
  };
}

function refused({ status, headers, json }: SourceAnswer, clock: Clock): ReadingOutcome {
  const parsed = Refusal.safeParse(json);
  const { error, message } = parsed.success ? parsed.data : { error: "", message: "" };
  if (status === 429 || error === "RateLimitExceeded") {
    return limitedUntil(clock, readAllowance(headers, "ratelimit"));
  }
  if (status >= 500) return failed("source_down");
  if (error === "AccountTakedown") return failed("suspended");
  if (error === "AccountDeactivated") return failed("not_found");
  if (status === 401 || status === 403 || error === "AuthMissing") return failed("consent_required");
  // One code for a name nobody has and for one nobody can have.
  if (error === "InvalidRequest" && /not found|valid did or a handle/i.test(message)) return failed("not_found");
  return failed("schema_changed");
}
