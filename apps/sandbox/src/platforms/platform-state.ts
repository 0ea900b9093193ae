import { type ConsentState, emptyConsentState } from "./consent-state.ts";

export const socialPlatforms = ["youtube", "bluesky", "instagram", "tiktok", "x", "mastodon", "twitch"] as const;

export type SocialPlatform = (typeof socialPlatforms)[number];

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

/** How a whole platform behaves, whatever the channel; `unauthorized` refuses every credential. */
export const platformModes = ["normal", "down", "rate_limited", "schema_changed", "unauthorized"] as const;

export type PlatformMode = (typeof platformModes)[number];

/** A channel somebody asked about, and what was decided about it by control. */
export interface Channel {
  platform: SocialPlatform;
  /** Lower case, no leading @. On Mastodon with its server: `eva@mastodon.example`. */
  handle: string;
  /** `UC…`, `did:plc:…`, or digits. */
  id: string;
  state?: ChannelState;
  bio?: string;
  /** Addresses on the profile, where the platform has such a place. */
  links?: string[];
  /** Those of them the platform found to link back. */
  verifiedLinks?: string[];
  /** A known number of followers at a moment of business time; growth goes on from there. */
  anchor?: { at: number; followers: number };
  growthPerDay?: number;
}

export interface PlatformState {
  /** By `platform:handle`. */
  channels: Record<string, Channel>;
  /** From a channel's id to the key above; ids of digits with their platform before them. */
  ids: Record<string, string>;
  /** Platforms that are not normal. A state of an earlier version has none. */
  modes?: Partial<Record<SocialPlatform, PlatformMode>>;
  consents?: ConsentState;
}

/** No channel was asked about yet. */
export function emptyPlatformState(): PlatformState {
  return { channels: {}, ids: {}, modes: {}, consents: emptyConsentState() };
}
