/** Platforms a channel can live on. A platform is YouTube or Bluesky, never a folder of ours. */
export const platforms = ["instagram", "tiktok", "youtube", "x", "bluesky", "mastodon", "twitch"] as const;
export type Platform = (typeof platforms)[number];
