import { platforms } from "@smplat/contracts/vocabulary";
import type { Config } from "#infrastructure/config";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { Clock } from "#kernel/clock";
import { createBlueskySource } from "./bluesky.ts";
import { createInstagramDiscoverySource } from "./instagram-discovery.ts";
import { createInstagramOwnerSource } from "./instagram-owner.ts";
import { createMastodonSource } from "./mastodon.ts";
import { createScraperSource } from "./scraper.ts";
import type { MetricSource } from "./source.ts";
import { createTiktokOwnerSource } from "./tiktok-owner.ts";
import { createTwitchSource } from "./twitch.ts";
import { createXSource } from "./x.ts";
import { createYoutubeSource } from "./youtube.ts";

/** Every source whose credentials are configured: at most one public and one for owners on a platform. */
export function createSources(options: {
  readonly http: OutboundHttp;
  readonly clock: Clock;
  readonly sources: Config["sources"];
}): MetricSource[] {
  const { http, clock } = options;
  const { youtube, bluesky, instagram, instagramLogin, tiktok, x, mastodon, twitch, scraper } = options.sources;
  const official: MetricSource[] = [
    createBlueskySource({ http, clock, ...bluesky }),
    ...(youtube.apiKey === "" ? [] : [createYoutubeSource({ http, clock, ...youtube })]),
    ...(instagram.token === "" ? [] : [createInstagramDiscoverySource({ http, clock, ...instagram })]),
    ...(instagramLogin.appId === "" ? [] : [createInstagramOwnerSource({ http, clock, ...instagramLogin })]),
    ...(tiktok.clientKey === "" ? [] : [createTiktokOwnerSource({ http, clock, ...tiktok })]),
    ...(x.bearerToken === "" ? [] : [createXSource({ http, clock, ...x })]),
    ...(mastodon.enabled ? [createMastodonSource({ http, clock })] : []),
    ...(twitch.clientId === "" ? [] : [createTwitchSource({ http, clock, ...twitch })]),
  ];
  const read = new Set(official.filter((source) => source.method !== "owner_oauth").map((source) => source.platform));
  const scraped = platforms.filter((platform) => scraper.platforms.includes(platform) && !read.has(platform));
  return [...official, ...scraped.map((platform) => createScraperSource({ http, clock, platform, ...scraper }))];
}
