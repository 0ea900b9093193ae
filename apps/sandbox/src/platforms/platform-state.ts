export type SocialPlatform = "youtube" | "bluesky";

export const channelStates = [
  "ok",
  "missing",
  "hidden",
  "suspended",
  "private",
  "down",
  "rate_limited",
  "schema_changed",
] as const;

export type ChannelState = (typeof channelStates)[number];

/** A channel somebody asked about, and what was decided about it by control. */
export interface Channel {
  platform: SocialPlatform;
  /** Lower case, no leading @. */
  handle: string;
  /** `UC…` or `did:plc:…`. */
  id: string;
  state?: ChannelState;
  bio?: string;
  /** A known number of followers at a moment of business time; growth goes on from there. */
  anchor?: { at: number; followers: number };
  growthPerDay?: number;
}

export interface PlatformState {
  /** By `platform:handle`. */
  channels: Record<string, Channel>;
  /** From `UC…` or `did:plc:…` to the key above. */
  ids: Record<string, string>;
}

/** No channel was asked about yet. */
export function emptyPlatformState(): PlatformState {
  return { channels: {}, ids: {} };
}
