import type { Platform } from "@smplat/contracts/vocabulary";
import type { LinePlatformContext } from "#modules/orders";

const platformNames: Readonly<Record<Platform, string>> = {
  instagram: "Instagram",
  tiktok: "TikTok",
  youtube: "YouTube",
  x: "X",
  bluesky: "Bluesky",
  mastodon: "Mastodon",
  twitch: "Twitch",
};

/** A channel as people write it: "YouTube · @brand"; null when a line is for none. */
export function channelText(context: LinePlatformContext | null): string | null {
  if (context === null) return null;
  const { platform, handle } = context;
  if (handle === null) return platformNames[platform];
  return `${platformNames[platform]} · ${handle.startsWith("@") ? handle : `@${handle}`}`;
}
