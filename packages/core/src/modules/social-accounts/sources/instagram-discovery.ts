import { z } from "zod";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { Clock } from "#kernel/clock";
import { failed, type ReadingOutcome } from "../social-account.ts";
import { askSource, type SourceAnswer } from "./ask-source.ts";
import { interpretRefusal, metaDailyCalls, readMetaUsage } from "./meta-graph.ts";
import { withAllowance } from "./read-allowance.ts";
import type { MetricSource } from "./source.ts";

const count = z.int().min(0);
const Discovery = z.object({
  business_discovery: z.object({
    id: z.string().regex(/^\d{1,30}$/),
    username: z.string().max(100),
    name: z.string().max(1_000).optional(),
    profile_picture_url: z.string().max(2_000).optional(),
    biography: z.string().max(10_000).optional(),
    website: z.string().max(2_000).optional(),
    followers_count: count,
    media_count: count,
  }),
});
const fields = "id,username,name,followers_count,media_count,profile_picture_url,biography,website";

/**
 * Instagram's Business Discovery in Meta's Graph API: looks another professional account up by its name, through our
 * own. Personal, private and age-gated accounts are not returned and the API does not tell which, so that only their
 * owner can help. It knows names only: a renamed account is another account until its owner connects it.
 */
export function createInstagramDiscoverySource(options: {
  readonly http: OutboundHttp;
  readonly clock: Clock;
  readonly graphUrl: string;
  readonly accountId: string;
  readonly token: string;
}): MetricSource {
  return {
    id: "instagram-business-discovery",
    platform: "instagram",
    method: "official_api",
    budget: { capacity: metaDailyCalls / 4, perSecond: (0.75 * metaDailyCalls) / 86_400 },
    read: async ({ handle }) => {
      const url = new URL(`${options.graphUrl.replace(/\/$/, "")}/v25.0/${options.accountId}`);
      url.searchParams.set("fields", `business_discovery.username(${handle}){${fields}}`);
      const answer = await askSource(options.http, url.href, { authorization: `Bearer ${options.token}` });
      if ("outcome" in answer) return answer.outcome;
      return withAllowance(interpret(answer, options.clock), readMetaUsage(answer.headers, options.clock));
    },
  };
}

function interpret(answer: SourceAnswer, clock: Clock): ReadingOutcome {
  if (answer.status !== 200) return interpretRefusal(answer, clock, "consent_required");
  const parsed = Discovery.safeParse(answer.json);
  if (!parsed.success) return failed("schema_changed");
  const account = parsed.data.business_discovery;
  return {
    status: "measured",
    reading: {
      takenAt: clock.now(),
      source: "instagram-business-discovery",
      method: "official_api",
      platformUserId: account.id,
      displayName: account.name ?? null,
      avatarUrl: account.profile_picture_url ?? null,
      followers: account.followers_count,
      posts: account.media_count,
      views: null,
      precision: { kind: "exact", step: 0 },
      rawHash: answer.rawHash,
      etag: answer.headers.etag ?? null,
      about: {
        handle: account.username.toLowerCase(),
        bio: account.biography ?? null,
        links: account.website === undefined || account.website === "" ? [] : [account.website],
        verifiedLinks: [],
      },
    },
  };
}
