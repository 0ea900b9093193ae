import { z } from "zod";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import { type Clock, days, hours } from "#kernel/clock";
import { isYoutubeId } from "../handle-rules.ts";
import { failed, type Precision, type ReadingOutcome } from "../social-account.ts";
import { askSource, type SourceAnswer } from "./ask-source.ts";
import type { MetricSource, SourceTarget } from "./source.ts";

const count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const Channel = z.object({
  id: z.string().min(1).max(100),
  etag: z.string().max(200).optional(),
  snippet: z.object({
    title: z.string().max(1_000),
    description: z.string().max(10_000).optional(),
    customUrl: z.string().max(200).optional(),
    thumbnails: z.record(z.string(), z.object({ url: z.string().max(2_000) })).optional(),
  }),
  statistics: z.object({
    viewCount: count,
    videoCount: count,
    subscriberCount: count.optional(),
    hiddenSubscriberCount: z.boolean(),
  }),
});
/** `items` is left out when nothing matches. */
const ChannelList = z.object({ kind: z.literal("youtube#channelListResponse"), items: z.array(Channel).optional() });
const Refusal = z.object({
  error: z.object({ message: z.string(), errors: z.array(z.object({ reason: z.string() })).default([]) }),
});

const limits: ReadonlySet<string> = new Set([
  "quotaExceeded",
  "dailyLimitExceeded",
  "rateLimitExceeded",
  "userRateLimitExceeded",
]);

/**
 * YouTube Data API v3, `channels.list`: one unit of the 10 000 a day per call. The budget never spends more than that
 * in any 24 hours: 2 500 at once and 7 500 spread over the day.
 */
export function createYoutubeSource(options: {
  readonly http: OutboundHttp;
  readonly clock: Clock;
  readonly apiUrl: string;
  readonly apiKey: string;
}): MetricSource {
  return {
    id: "youtube-data-api",
    platform: "youtube",
    method: "official_api",
    budget: { capacity: 2_500, perSecond: 7_500 / 86_400 },
    read: async (target) => {
      const answer = await askSource(options.http, addressOf(options.apiUrl, target), {
        "x-goog-api-key": options.apiKey,
      });
      return "outcome" in answer ? answer.outcome : interpret(answer, options.clock);
    },
  };
}

function addressOf(apiUrl: string, { handle, platformUserId }: SourceTarget): string {
  const url = new URL(`${apiUrl.replace(/\/$/, "")}/youtube/v3/channels`);
  url.searchParams.set("part", "snippet,statistics");
  const id = platformUserId ?? (isYoutubeId(handle) ? handle : null);
  if (id === null) url.searchParams.set("forHandle", `@${handle}`);
  else url.searchParams.set("id", id);
  return url.href;
}

function interpret(answer: SourceAnswer, clock: Clock): ReadingOutcome {
  if (answer.status !== 200) return refused(answer, clock);
  const list = ChannelList.safeParse(answer.json);
  if (!list.success) return failed("schema_changed");
  const [channel, ...others] = list.data.items ?? [];
  if (channel === undefined) return failed("not_found");
  if (others.length > 0) return failed("ambiguous");
  const { statistics, snippet } = channel;
  if (statistics.hiddenSubscriberCount) return failed("private");
  if (statistics.subscriberCount === undefined) return failed("schema_changed");
  return {
    status: "measured",
    reading: {
      takenAt: clock.now(),
      source: "youtube-data-api",
      method: "official_api",
      platformUserId: channel.id,
      displayName: snippet.title,
      avatarUrl: snippet.thumbnails?.medium?.url ?? snippet.thumbnails?.default?.url ?? null,
      followers: statistics.subscriberCount,
      posts: statistics.videoCount,
      views: statistics.viewCount,
      precision: precisionOf(statistics.subscriberCount),
      rawHash: answer.rawHash,
      etag: channel.etag ?? null,
      about: {
        handle: snippet.customUrl?.replace(/^@/, "").toLowerCase() ?? null,
        bio: snippet.description ?? null,
        // The interface does not tell the links of a profile, only those written into its description.
        links: snippet.description?.match(/https:\/\/\S+/g) ?? [],
        verifiedLinks: [],
      },
    },
  };
}

/** Public counts of a thousand and more are rounded down to three significant figures: 12 345 is told as 12 300. */
export function precisionOf(subscribers: number): Precision {
  const digits = String(subscribers).length;
  return digits <= 3 ? { kind: "exact", step: 0 } : { kind: "floor3sf", step: 10 ** (digits - 3) };
}

function refused({ status, headers, json }: SourceAnswer, clock: Clock): ReadingOutcome {
  const parsed = Refusal.safeParse(json);
  const reasons = parsed.success ? parsed.data.error.errors.map((error) => error.reason) : [];
  if (status === 429 || reasons.some((reason) => limits.has(reason))) {
    const daily = reasons.includes("quotaExceeded") || reasons.includes("dailyLimitExceeded");
    return failed("rate_limited", daily ? nextPacificMidnight(clock.wall()) : retryAfter(headers, clock));
  }
  if (status >= 500) return failed("source_down");
  if (reasons.includes("channelSuspended")) return failed("suspended");
  if (reasons.includes("channelForbidden")) return failed("private");
  if (status === 401 || status === 403 || reasons.includes("keyInvalid") || reasons.includes("badRequest")) {
    return failed("auth_expired");
  }
  return failed(status === 404 ? "not_found" : "schema_changed");
}

function retryAfter(headers: Readonly<Record<string, string>>, clock: Clock): Date {
  const waitS = Number(headers["retry-after"] ?? "60");
  return new Date(clock.wall().getTime() + (Number.isFinite(waitS) ? Math.min(waitS, 86_400) : 60) * 1_000);
}

const pacific = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Los_Angeles",
  hour: "2-digit",
  hourCycle: "h23",
});
const pacificHour = (at: Date): number => Number(pacific.format(at));

/** The daily quota is refilled at midnight Pacific time. */
export function nextPacificMidnight(from: Date): Date {
  const hourMs = hours(1);
  let at = new Date(Math.floor(from.getTime() / hourMs) * hourMs + hourMs);
  while (pacificHour(at) !== 0 && at.getTime() - from.getTime() < days(2)) at = new Date(at.getTime() + hourMs);
  return at;
}
