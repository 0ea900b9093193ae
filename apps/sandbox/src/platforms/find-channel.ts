import { seededText } from "../seeded-random.ts";
import { normalHandle } from "../suppliers/accept-job.ts";
import type { World } from "../world.ts";
import type { Channel, ChannelState, PlatformMode, SocialPlatform } from "./platform-state.ts";

const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const base32 = "abcdefghijklmnopqrstuvwxyz234567";

/** Names that behave on their own, so that a person can try every failure from the shop. */
const namedStates: [prefix: string, state: ChannelState][] = [
  ["missing", "missing"],
  ["hidden", "hidden"],
  ["suspended", "suspended"],
  ["private", "private"],
  ["down", "down"],
  ["ratelimited", "rate_limited"],
  ["schemachanged", "schema_changed"],
];

/** How many digits an id has on platforms that count their accounts. */
const idDigits: Partial<Record<SocialPlatform, number>> = { instagram: 17, x: 18, mastodon: 18, twitch: 9 };

function makeId(world: World, platform: SocialPlatform, handle: string): string {
  if (platform === "youtube") {
    return `UC${seededText(base64url, 22, world.seed, "youtube-id", handle)}`;
  }
  if (platform === "bluesky") {
    return `did:plc:${seededText(base32, 24, world.seed, "bluesky-id", handle)}`;
  }
  if (platform === "tiktok") {
    return `-000${seededText(base64url, 32, world.seed, "tiktok-id", handle)}`;
  }
  return `1${seededText("0123456789", (idDigits[platform] ?? 18) - 1, world.seed, `${platform}-id`, handle)}`;
}

/** Ids of digits say nothing about their platform. */
const idKey = (platform: SocialPlatform, id: string): string =>
  platform === "youtube" || platform === "bluesky" ? id : `${platform}:${id}`;

/** The channel of a handle. Every handle exists; asking makes it known, so that its id leads back to it. */
export function channelOfHandle(world: World, platform: SocialPlatform, rawHandle: string, id?: string): Channel {
  const handle = normalHandle(rawHandle);
  const key = `${platform}:${handle}`;
  const { channels, ids } = world.state.platforms;
  const known = channels[key];
  if (known) {
    return known;
  }
  const channel: Channel = { platform, handle, id: id ?? makeId(world, platform, handle) };
  channels[key] = channel;
  ids[idKey(platform, channel.id)] = key;
  world.changed();
  return channel;
}

/** The channel of an id; an id nobody saw before belongs to a channel named after it. */
export function channelOfId(world: World, platform: SocialPlatform, id: string): Channel {
  const key = world.state.platforms.ids[idKey(platform, id)];
  const known = key ? world.state.platforms.channels[key] : undefined;
  if (known) {
    return known;
  }
  const tail = id.replace(/[^a-zA-Z0-9]/g, "").slice(-8);
  const names: Partial<Record<SocialPlatform, string>> = {
    youtube: `channel-${tail}`,
    bluesky: `${tail}.bsky.social`,
    mastodon: `${tail}@mastodon.example`,
  };
  return channelOfHandle(world, platform, names[platform] ?? `channel_${tail}`, id);
}

/** How the platform treats a channel: by control, else by its name. */
export function stateOfChannel(channel: Channel): ChannelState {
  return channel.state ?? namedStates.find(([prefix]) => channel.handle.startsWith(prefix))?.[1] ?? "ok";
}

/** How the whole platform behaves. */
export function modeOfPlatform(world: World, platform: SocialPlatform): PlatformMode {
  return world.state.platforms.modes?.[platform] ?? "normal";
}

/** How a channel is answered now: trouble of the whole platform comes before its own. */
export function answerFor(world: World, channel: Channel): ChannelState {
  const mode = modeOfPlatform(world, channel.platform);
  return mode === "normal" || mode === "unauthorized" ? stateOfChannel(channel) : mode;
}
