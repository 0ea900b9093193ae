/** What the platforms call the interfaces that are read; proper names, the same in every language. */
const names: Readonly<Record<string, string>> = {
  "bluesky-appview": "Bluesky AppView",
  "instagram-business-discovery": "Instagram Graph API",
  "instagram-login": "Instagram API",
  "mastodon-api": "Mastodon API",
  "tiktok-display-api": "TikTok Display API",
  "twitch-helix": "Twitch Helix API",
  "x-api-v2": "X API",
  "youtube-data-api": "YouTube Data API",
};

/** What readings that people vouched for name as their source. Not a proper name: whoever shows it has words for it. */
export const attestedSource = "manual-entry";

/** A reading's source for people; one that has no name here is called by its id. */
export const sourceName = (source: string): string => names[source] ?? source;
