import { system } from "#kernel/actor";
import { isDomainError } from "#kernel/domain-error";
import type { Core } from "../../core.ts";
import { adAccountAudit } from "./ad-account-audit.ts";
import { awarenessCampaign } from "./awareness-campaign.ts";
import { blueskySpotlight } from "./bluesky-spotlight.ts";
import { boostedPost } from "./boosted-post.ts";
import { captionWriting } from "./caption-writing.ts";
import { carouselDesign } from "./carousel-design.ts";
import { communityHours } from "./community-hours.ts";
import { creativeTest } from "./creative-test.ts";
import { creatorPlacement } from "./creator-placement.ts";
import { hostedGiveaway } from "./hosted-giveaway.ts";
import { liveModeration } from "./live-moderation.ts";
import { localOpening } from "./local-opening.ts";
import { newsletterPlacement } from "./newsletter-placement.ts";
import { oneToOneTraining } from "./one-to-one-training.ts";
import { podcastMention } from "./podcast-mention.ts";
import { profileAudit } from "./profile-audit.ts";
import { draftOf, type SeedProduct } from "./seed-product.ts";
import { shortVideos } from "./short-videos.ts";
import { subtitles } from "./subtitles.ts";
import { teamWorkshop } from "./team-workshop.ts";
import { thumbnailSet } from "./thumbnail-set.ts";
import { trafficCampaign } from "./traffic-campaign.ts";
import { videoEditing } from "./video-editing.ts";
import { youtubeSearchAudit } from "./youtube-search-audit.ts";
import { youtubeVideoAds } from "./youtube-video-ads.ts";

/** The demo's catalogue in its featured order. */
export const seedCatalog: readonly SeedProduct[] = [
  shortVideos,
  youtubeVideoAds,
  boostedPost,
  profileAudit,
  creatorPlacement,
  blueskySpotlight,
  communityHours,
  awarenessCampaign,
  videoEditing,
  newsletterPlacement,
  captionWriting,
  thumbnailSet,
  liveModeration,
  trafficCampaign,
  oneToOneTraining,
  carouselDesign,
  youtubeSearchAudit,
  subtitles,
  hostedGiveaway,
  creativeTest,
  teamWorkshop,
  localOpening,
  adAccountAudit,
  podcastMention,
];

/**
 * Puts the demo's catalogue on sale through the catalogue's own commands. Products that are there already, by slug, are
 * left as they are. Returns how many were added.
 */
export async function seedProducts(core: Pick<Core, "database" | "catalog">): Promise<number> {
  const actor = system("seed");
  let added = 0;
  for (const [index, seed] of seedCatalog.entries()) {
    if (await isOnSale(core, seed.slug)) continue;
    await core.database.transaction(async (tx) => {
      const saved = await core.catalog.save(tx, actor, draftOf(seed, index + 1));
      await core.catalog.publish(tx, actor, saved.id, saved.version);
    });
    added += 1;
  }
  return added;
}

async function isOnSale(core: Pick<Core, "database" | "catalog">, slug: string): Promise<boolean> {
  try {
    await core.catalog.getPublished(core.database, slug);
    return true;
  } catch (error) {
    if (isDomainError(error, "product.not-found")) return false;
    throw error;
  }
}
