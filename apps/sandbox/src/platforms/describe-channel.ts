import { seededFraction } from "../seeded-random.ts";
import type { World } from "../world.ts";
import { followersAt } from "./followers.ts";
import type { Channel } from "./platform-state.ts";

/** What every platform tells about a channel, whatever it calls it. */
export interface ChannelFacts {
  readonly name: string;
  readonly bio: string;
  readonly avatar: string;
  readonly followers: number;
  readonly following: number;
  readonly posts: number;
  readonly views: number;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** A channel as it is now, the same for the same seed, state and moment of business time. */
export function describeChannel(world: World, channel: Channel): ChannelFacts {
  const fraction = (what: string) => seededFraction(world.seed, channel.platform, channel.handle, what);
  const followers = followersAt(world, channel, world.businessNow());
  const own = channel.handle.split("@")[0] ?? channel.handle;
  const name = own.replace(/[._-]+/g, " ").replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
  return {
    name,
    bio: channel.bio ?? `Posts from the sandbox by ${name}.`,
    avatar: `${world.publicUrl}/avatars/${channel.platform}/${encodeURIComponent(channel.handle)}.svg`,
    followers,
    following: Math.round(80 + 900 * fraction("follows")),
    posts: Math.round(40 + 1_400 * fraction("posts")),
    views: Math.round(followers * (20 + 90 * fraction("views"))),
    createdAt: new Date(Date.UTC(2015, Math.floor(96 * fraction("since")), 7, 8)).toISOString(),
  };
}
