import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { SandboxEnv } from "../http/hang-up.ts";
import { seededFraction } from "../seeded-random.ts";
import type { World } from "../world.ts";
import { answerFor, channelOfHandle, channelOfId, modeOfPlatform } from "./find-channel.ts";
import { followersAt } from "./followers.ts";
import type { Channel } from "./platform-state.ts";

const maxIds = 50;

/** YouTube rounds public subscriber counts down to three significant figures. */
export function roundSubscribers(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 2);
  return Math.floor(count / step) * step;
}

function googleError(
  c: Context,
  status: ContentfulStatusCode,
  reason: string,
  message: string,
  domain: string,
): Response {
  const names: Record<number, string> = { 400: "INVALID_ARGUMENT", 403: "PERMISSION_DENIED", 500: "INTERNAL" };
  const errors = [{ message, domain, reason }];
  return c.json({ error: { code: status, message, errors, status: names[status] ?? "UNKNOWN" } }, status);
}

function displayName(handle: string): string {
  return handle.replace(/[._-]+/g, " ").replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
}

function snippetOf(world: World, channel: Channel): Record<string, unknown> {
  const url = `${world.publicUrl}/avatars/youtube/${encodeURIComponent(channel.handle)}.svg`;
  const title = displayName(channel.handle);
  const description = channel.bio ?? `${title} makes videos in the sandbox.`;
  const year = 2010 + Math.floor(14 * seededFraction(world.seed, "since", channel.handle));
  return {
    title,
    description,
    customUrl: `@${channel.handle}`,
    publishedAt: new Date(Date.UTC(year, channel.handle.length % 12, 11, 9, 30)).toISOString(),
    thumbnails: {
      default: { url, width: 88, height: 88 },
      medium: { url, width: 240, height: 240 },
      high: { url, width: 800, height: 800 },
    },
    localized: { title, description },
    country: "DE",
  };
}

function statisticsOf(world: World, channel: Channel): Record<string, unknown> {
  const followers = followersAt(world, channel, world.businessNow());
  const hidden = answerFor(world, channel) === "hidden";
  const views = Math.round(followers * (40 + 200 * seededFraction(world.seed, "views", channel.handle)));
  const videos = 10 + Math.floor(600 * seededFraction(world.seed, "videos", channel.handle));
  return {
    viewCount: String(views),
    ...(hidden ? {} : { subscriberCount: String(roundSubscribers(followers)) }),
    hiddenSubscriberCount: hidden,
    videoCount: String(videos),
  };
}

function presentYoutubeChannel(world: World, channel: Channel, parts: string[]): Record<string, unknown> {
  const changed = answerFor(world, channel) === "schema_changed";
  return {
    kind: "youtube#channel",
    etag: `sandbox-${channel.id.slice(2, 10)}`,
    id: channel.id,
    ...(parts.includes("snippet") ? { snippet: snippetOf(world, channel) } : {}),
    ...(parts.includes("statistics") && !changed ? { statistics: statisticsOf(world, channel) } : {}),
    ...(parts.includes("statistics") && changed ? { metrics: { audience: { subscribers: "many" } } } : {}),
  };
}

function askedChannels(world: World, c: Context): Channel[] | string {
  const forHandle = c.req.query("forHandle");
  const ids = c.req
    .query("id")
    ?.split(",")
    .map((id) => id.trim())
    .filter(Boolean);
  if ((forHandle === undefined) === (ids === undefined)) {
    return forHandle === undefined
      ? "No filter selected. Expected one of: forHandle, id"
      : "Incompatible parameters specified in the request: forHandle, id";
  }
  if (forHandle !== undefined) {
    return /^@?[\p{L}\p{N}._·-]{1,60}$/u.test(forHandle) ? [channelOfHandle(world, "youtube", forHandle)] : [];
  }
  if ((ids ?? []).length > maxIds) {
    return `The request specifies too many ids: at most ${maxIds} are allowed.`;
  }
  const wellFormed = (ids ?? []).filter((id) => /^UC[A-Za-z0-9_-]{22}$/.test(id));
  return [...new Set(wellFormed)].map((id) => channelOfId(world, "youtube", id));
}

/** What YouTube says instead of a list when one of the channels cannot be shown. */
function troubleWith(world: World, c: Context, channels: Channel[]): Response | undefined {
  const states = new Set(channels.map((channel) => answerFor(world, channel)));
  if (states.has("down")) {
    return googleError(c, 500, "backendError", "Backend Error", "global");
  }
  if (states.has("rate_limited")) {
    const message =
      'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.';
    return googleError(c, 403, "quotaExceeded", message, "youtube.quota");
  }
  if (channels.length === 1 && states.has("suspended")) {
    return googleError(c, 403, "channelSuspended", "The channel has been suspended.", "youtube.channel");
  }
  if (channels.length === 1 && states.has("private")) {
    const message =
      "The channel specified by the id parameter does not support the request or the request is not properly authorized.";
    return googleError(c, 403, "channelForbidden", message, "youtube.channel");
  }
  return undefined;
}

/** The part of the YouTube Data API v3 that tells about channels, under /youtube/v3. */
export function youtubeRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/channels", (c) => {
    const refused = modeOfPlatform(world, "youtube") === "unauthorized";
    if (refused || (c.req.query("key") ?? c.req.header("x-goog-api-key")) !== world.keys.youtube) {
      return googleError(c, 400, "keyInvalid", "API key not valid. Please pass a valid API key.", "usageLimits");
    }
    const parts = (c.req.query("part") ?? "").split(",").map((part) => part.trim());
    if (parts.every((part) => part === "")) {
      return googleError(c, 400, "required", "Required parameter: part", "global");
    }
    const channels = askedChannels(world, c);
    if (typeof channels === "string") {
      return googleError(c, 400, "invalidParameter", channels, "youtube.parameter");
    }
    const trouble = troubleWith(world, c, channels);
    if (trouble) {
      return trouble;
    }
    const unseen = ["missing", "suspended", "private"];
    const items = channels
      .filter((channel) => !unseen.includes(answerFor(world, channel)))
      .map((channel) => presentYoutubeChannel(world, channel, parts));
    const pageInfo = { totalResults: items.length, resultsPerPage: channels.length === 1 ? 5 : channels.length };
    const list = { kind: "youtube#channelListResponse", etag: "sandbox", pageInfo };
    // YouTube leaves `items` out altogether when nothing matches.
    return c.json(items.length > 0 ? { ...list, items } : list);
  });
  return routes;
}
