import { seedCatalog } from "../products/seed-products.ts";
import type { Assortment } from "./plan-history.ts";

/** What most people buy: of these the past holds enough deliveries for their numbers to be shown. */
const popular: ReadonlySet<string> = new Set([
  "short-videos",
  "youtube-video-ads",
  "boosted-post",
  "profile-audit",
  "creator-placement",
  "bluesky-spotlight",
  "community-management-hours",
  "awareness-campaign",
  "video-editing",
  "caption-writing",
  "thumbnail-set",
  "traffic-campaign",
]);

const onSale = seedCatalog.filter(({ capacity }) => capacity !== 0);

/** The demo's catalogue, as its past bought it. */
export const assortment: Assortment = {
  popular: onSale.filter(({ slug }) => popular.has(slug)),
  other: onSale.filter(({ slug }) => !popular.has(slug)),
};
