import type { Platform } from "@smplat/contracts/vocabulary";
import { z } from "zod";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import { type Clock, seconds } from "#kernel/clock";
import { failed, type ReadingOutcome } from "../social-account.ts";
import { askSource, type SourceAnswer } from "./ask-source.ts";
import type { MetricSource } from "./source.ts";

const Profile = z.object({
  id: z.string().min(1).max(200),
  name: z.nullable(z.string().max(1_000)).default(null),
  followers: z.int().min(0),
  posts: z.nullable(z.int().min(0)).default(null),
});

/**
 * A reseller of scraped numbers, `GET {apiUrl}/profiles/{platform}/{handle}` with a bearer key. Off unless a person
 * names its platforms in the configuration, because most platforms' terms forbid it: see the README beside this file.
 * What it brings is marked `scraper` and never counts as an official reading.
 */
export function createScraperSource(options: {
  readonly http: OutboundHttp;
  readonly clock: Clock;
  readonly platform: Platform;
  readonly apiUrl: string;
  readonly apiKey: string;
}): MetricSource {
  return {
    id: `scraper-${options.platform}`,
    platform: options.platform,
    method: "scraper",
    budget: { capacity: 10, perSecond: 0.2 },
    read: async ({ handle }) => {
      const url = `${options.apiUrl.replace(/\/$/, "")}/profiles/${options.platform}/${encodeURIComponent(handle)}`;
      const answer = await askSource(options.http, url, { authorization: `Bearer ${options.apiKey}` });
      return "outcome" in answer ? answer.outcome : interpret(answer, options);
    },
  };
}

function interpret(
  answer: SourceAnswer,
  { clock, platform }: { readonly clock: Clock; readonly platform: Platform },
): ReadingOutcome {
  const { status } = answer;
  if (status === 429) return failed("rate_limited", new Date(clock.wall().getTime() + seconds(60)));
  if (status >= 500) return failed("source_down");
  if (status === 401 || status === 402 || status === 403) return failed("auth_expired");
  if (status === 404) return failed("not_found");
  const parsed = Profile.safeParse(answer.json);
  if (status !== 200 || !parsed.success) return failed("schema_changed");
  const { id, name, followers, posts } = parsed.data;
  return {
    status: "measured",
    reading: {
      takenAt: clock.now(),
      source: `scraper-${platform}`,
      method: "scraper",
      platformUserId: id,
      displayName: name,
      avatarUrl: null,
      ...{ followers, posts, views: null },
      precision: { kind: "exact", step: 0 },
      rawHash: answer.rawHash,
      etag: null,
    },
  };
}
