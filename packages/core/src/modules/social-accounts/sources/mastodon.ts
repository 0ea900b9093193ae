import { z } from "zod";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { Clock } from "#kernel/clock";
import { type ChannelAbout, failed, type ReadingOutcome } from "../social-account.ts";
import { askSource, type SourceAnswer } from "./ask-source.ts";
import { limitedUntil, readAllowance, withAllowance } from "./read-allowance.ts";
import type { MetricSource } from "./source.ts";

const count = z.int().min(0);
const Account = z.object({
  id: z.string().min(1).max(64),
  username: z.string().max(200),
  display_name: z.string().max(1_000).default(""),
  url: z.url().max(2_000),
  avatar: z.string().max(2_000).optional(),
  followers_count: count,
  statuses_count: count,
  suspended: z.boolean().default(false),
  limited: z.boolean().default(false),
  hide_collections: z.nullable(z.boolean()).default(null),
  note: z.string().max(50_000).default(""),
  fields: z
    .array(z.object({ value: z.string().max(5_000), verified_at: z.nullable(z.string()).default(null) }))
    .default([]),
  moved: z.nullable(z.object({ url: z.string() })).default(null),
});

const hostOf = (handle: string): string => handle.split("@")[1] ?? "";

/**
 * Mastodon's own API of the server a person named, `GET /api/v1/accounts/lookup`: no credentials, 300 requests in five
 * minutes per address, an allowance for each server. The server is somebody's input: only the outbound rules (https,
 * public addresses, no redirects) stand between it and our network. Ids are a server's own, so they carry its name.
 * An account's domain may differ from its server's; such a one is found only under its server's name.
 */
export function createMastodonSource(options: { readonly http: OutboundHttp; readonly clock: Clock }): MetricSource {
  return {
    id: "mastodon-api",
    platform: "mastodon",
    method: "official_api",
    budget: { capacity: 100, perSecond: 200 / 300 },
    bucketOf: ({ handle }) => hostOf(handle),
    read: async ({ handle, platformUserId }) => {
      const [user = "", host = ""] = handle.split("@");
      const [id, server = host] = platformUserId?.split("@") ?? [];
      const path = id === undefined ? `lookup?acct=${encodeURIComponent(user)}` : encodeURIComponent(id);
      const answer = await askSource(options.http, `https://${server}/api/v1/accounts/${path}`, {});
      if ("outcome" in answer) return answer.outcome;
      const allowance = readAllowance(answer.headers, "x-ratelimit");
      return withAllowance(interpret(answer, server, options.clock), allowance);
    },
  };
}

function interpret(answer: SourceAnswer, server: string, clock: Clock): ReadingOutcome {
  if (answer.status !== 200) return refused(answer, clock);
  const parsed = Account.safeParse(answer.json);
  if (!parsed.success) return failed("schema_changed");
  const account = parsed.data;
  if (account.suspended) return failed("suspended");
  if (account.moved !== null) return failed("ambiguous");
  // Hidden networks and limited accounts are told with zeros, which are not counts.
  if (account.followers_count === 0 && (account.limited || account.hide_collections === true)) return failed("private");
  return {
    status: "measured",
    reading: {
      takenAt: clock.now(),
      source: "mastodon-api",
      method: "official_api",
      platformUserId: `${account.id}@${server}`,
      displayName: account.display_name === "" ? account.username : account.display_name,
      avatarUrl: account.avatar ?? null,
      followers: account.followers_count,
      posts: account.statuses_count,
      views: null,
      precision: { kind: "exact", step: 0 },
      rawHash: answer.rawHash,
      etag: answer.headers.etag ?? null,
      about: aboutOf(account, server),
    },
  };
}

/** Texts come as HTML; what is wanted of them is plain text, and the addresses of links. */
function aboutOf({ username, note, fields }: z.output<typeof Account>, server: string): ChannelAbout {
  const addressOf = ({ value }: { readonly value: string }) => /href="(https:\/\/[^"]+)"/.exec(value)?.[1] ?? [];
  return {
    handle: `${username.toLowerCase()}@${server}`,
    bio: plainText(note),
    links: fields.flatMap(addressOf).map(decodeEntities),
    verifiedLinks: fields
      .filter((field) => field.verified_at !== null)
      .flatMap(addressOf)
      .map(decodeEntities),
  };
}

const decodeEntities = (html: string): string =>
  html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
const plainText = (html: string): string =>
  decodeEntities(html.replace(/<(?:br|\/p)[^>]*>/g, "\n").replace(/<[^>]*>/g, ""));

function refused({ status, headers }: SourceAnswer, clock: Clock): ReadingOutcome {
  if (status === 429) return limitedUntil(clock, readAllowance(headers, "x-ratelimit"));
  if (status >= 500) return failed("source_down");
  if (status === 404) return failed("not_found");
  if (status === 410) return failed("suspended");
  // Servers in limited federation mode show accounts only to their own people.
  return failed(status === 401 || status === 403 ? "consent_required" : "schema_changed");
}
