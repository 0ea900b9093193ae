import { seededText } from "../seeded-random.ts";
import { normalHandle } from "../suppliers/accept-job.ts";
import type { World } from "../world.ts";
import type { Channel, ChannelState, SocialPlatform } from "./platform-state.ts";

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

function makeId(world: World, platform: SocialPlatform, handle: string): string {
  return platform === "youtube"
    ? `UC${seededText(base64url, 22, world.seed, "youtube-id", handle)}`
    : `did:plc:${seededText(base32, 24, world.seed, "bluesky-id", handle)}`;
}

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
  ids[channel.id] = key;
  world.changed();
  return channel;
}

/** The channel of an id; an id nobody saw before belongs to a channel named after it. */
export function channelOfId(world: World, platform: SocialPlatform, id: string): Channel {
  const key = world.state.platforms.ids[id];
  const known = key ? world.state.platforms.channels[key] : undefined;
  if (known) {
    return known;
  }
  const tail = id.replace(/[^a-zA-Z0-9]/g, "").slice(-8);
  return channelOfHandle(world, platform, platform === "youtube" ? `channel-${tail}` : `${tail}.bsky.social`, id);
}

/** How the platform treats a channel: by control, else by its name. */
export function stateOfChannel(channel: Channel): ChannelState {
  return channel.state ?? namedStates.find(([prefix]) => channel.handle.startsWith(prefix))?.[1] ?? "ok";
}
