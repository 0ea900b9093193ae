import type { Platform } from "@smplat/contracts/vocabulary";

/** How a platform writes the names and addresses of its channels. */
export interface HandleRules {
  /** Hosts of profile links, without `www.` and `m.`. */
  readonly hosts: readonly string[];
  /** The channel's name in the path of a profile link; null when the link leads to something else. */
  readonly fromPath: (segments: readonly string[], host: string) => string | null;
  /** Whether a name, already in lower case, can exist there. */
  readonly accepts: (handle: string) => boolean;
  readonly profileUrl: (handle: string) => string;
}

/** First parts of paths that are pages of the platform and not people. */
const pages: ReadonlySet<string> = new Set([
  ..."about accounts ads api app apps directory download downloads explore feed feeds hashtag help home i intent".split(
    " ",
  ),
  ..."jobs legal login logout messages notifications p privacy reel reels search settings share signup stories".split(
    " ",
  ),
  ..."store subscriptions support terms trending tv videos watch web".split(" "),
]);

const name = (segments: readonly string[]): string | null => {
  const first = segments[0];
  return first === undefined || pages.has(first.toLowerCase()) ? null : first;
};
const atName = (segments: readonly string[]): string | null =>
  segments[0]?.startsWith("@") === true ? segments[0].slice(1) : null;

const domain = /^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const youtubeId = /^UC[\w-]{22}$/;
const did = /^did:(?:plc:[a-z2-7]{24}|web:[a-z0-9.-]{3,200})$/;

/** Whether a YouTube name is a channel's id, which keeps its case, instead of a handle. */
export const isYoutubeId = (handle: string): boolean => youtubeId.test(handle);
/** Whether a Bluesky name is a decentralised id instead of a handle. */
export const isDid = (handle: string): boolean => did.test(handle);

export const handleRules: Readonly<Record<Platform, HandleRules>> = {
  instagram: {
    hosts: ["instagram.com"],
    fromPath: name,
    accepts: (handle) => /^(?!.*\.\.)[a-z0-9_](?:[a-z0-9._]{0,28}[a-z0-9_])?$/.test(handle),
    profileUrl: (handle) => `https://www.instagram.com/${handle}/`,
  },
  tiktok: {
    hosts: ["tiktok.com"],
    fromPath: atName,
    accepts: (handle) => /^[a-z0-9._]{1,23}[a-z0-9_]$/.test(handle),
    profileUrl: (handle) => `https://www.tiktok.com/@${handle}`,
  },
  youtube: {
    hosts: ["youtube.com"],
    fromPath: (segments) => (segments[0] === "channel" ? (segments[1] ?? null) : atName(segments)),
    accepts: (handle) =>
      isYoutubeId(handle) || /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}._·-]{1,28}[\p{L}\p{M}\p{N}])$/u.test(handle),
    profileUrl: (handle) =>
      isYoutubeId(handle)
        ? `https://www.youtube.com/channel/${handle}`
        : `https://www.youtube.com/@${encodeURIComponent(handle)}`,
  },
  x: {
    hosts: ["x.com", "twitter.com", "mobile.twitter.com"],
    fromPath: name,
    accepts: (handle) => /^[a-z0-9_]{1,15}$/.test(handle),
    profileUrl: (handle) => `https://x.com/${handle}`,
  },
  bluesky: {
    hosts: ["bsky.app"],
    fromPath: (segments) => (segments[0] === "profile" ? (segments[1] ?? null) : null),
    accepts: (handle) => isDid(handle) || domain.test(handle),
    profileUrl: (handle) => `https://bsky.app/profile/${handle}`,
  },
  mastodon: {
    hosts: [],
    fromPath: (segments, host) => {
      const user = atName(segments);
      return user === null ? null : user.includes("@") ? user : `${user}@${host}`;
    },
    accepts: (handle) => {
      const [user = "", host = "", ...rest] = handle.split("@");
      return rest.length === 0 && /^[a-z0-9_](?:[a-z0-9_.-]{0,28}[a-z0-9_])?$/.test(user) && domain.test(host);
    },
    profileUrl: (handle) => {
      const [user, host] = handle.split("@");
      return `https://${host}/@${user}`;
    },
  },
  twitch: {
    hosts: ["twitch.tv"],
    fromPath: name,
    accepts: (handle) => /^[a-z0-9][a-z0-9_]{2,24}$/.test(handle),
    profileUrl: (handle) => `https://www.twitch.tv/${handle}`,
  },
};
