import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { SandboxEnv } from "../http/hang-up.ts";
import { seededFraction } from "../seeded-random.ts";
import type { World } from "../world.ts";
import { answerFor, channelOfHandle, channelOfId, modeOfPlatform } from "./find-channel.ts";
import { followersAt } from "./followers.ts";
import type { Channel } from "./platform-state.ts";
import { countRequest, openRateWindow, type RateWindow } from "./rate-window.ts";

const maxActors = 25;

function xrpcError(c: Context, status: ContentfulStatusCode, error: string, message: string): Response {
  return c.json({ error, message }, status);
}

/** Counts a request, says on it how many are left, and tells whether it was one too many. */
function limitRequest(c: Context, window: RateWindow, exhausted: boolean): boolean {
  const { limit, remaining, resetAt, exceeded } = countRequest(window, exhausted);
  c.header("ratelimit-limit", String(limit));
  c.header("ratelimit-remaining", String(remaining));
  c.header("ratelimit-reset", String(resetAt));
  c.header("ratelimit-policy", `${limit};w=${window.windowSeconds}`);
  return exceeded;
}

function rateLimited(c: Context): Response {
  return xrpcError(c, 429, "RateLimitExceeded", "Rate Limit Exceeded");
}

function actorChannel(world: World, actor: string): Channel | undefined {
  const text = actor.replace(/^@/, "").toLowerCase();
  if (text.startsWith("did:plc:")) {
    return /^did:plc:[a-z2-7]{24}$/.test(text) ? channelOfId(world, "bluesky", text) : undefined;
  }
  const handle = /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
  return handle.test(text) ? channelOfHandle(world, "bluesky", text) : undefined;
}

/** A profile as `app.bsky.actor.defs#profileViewDetailed`. */
function presentProfile(world: World, channel: Channel): Record<string, unknown> {
  const state = answerFor(world, channel);
  const at = world.businessNow();
  const fraction = (what: string) => seededFraction(world.seed, "bluesky", channel.handle, what);
  const followers = followersAt(world, channel, at);
  const name = (channel.handle.split(".")[0] ?? channel.handle).replace(/-/g, " ");
  const createdAt = new Date(Date.UTC(2023, Math.floor(24 * fraction("since")), 7, 8)).toISOString();
  const labels =
    state === "private" || state === "hidden"
      ? [
          {
            src: channel.id,
            uri: `at://${channel.id}/app.bsky.actor.profile/self`,
            val: "!no-unauthenticated",
            cts: createdAt,
          },
        ]
      : [];
  return {
    did: channel.id,
    handle: channel.handle,
    displayName: name.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase()),
    avatar: `${world.publicUrl}/avatars/bluesky/${encodeURIComponent(channel.handle)}.svg`,
    associated: { lists: 0, feedgens: 0, starterPacks: 0, labeler: false },
    labels,
    description: channel.bio ?? `Posts from the sandbox by ${name}.`,
    ...(state === "schema_changed"
      ? { counts: { followers: "many" } }
      : { followersCount: followers, followsCount: Math.round(80 + 900 * fraction("follows")) }),
    postsCount: Math.round(40 + 4_000 * fraction("posts")),
    createdAt,
    indexedAt: new Date(at - 3_600_000).toISOString(),
  };
}

function limited(world: World, channel: Channel | undefined): boolean {
  return channel !== undefined && answerFor(world, channel) === "rate_limited";
}

function troubleWith(world: World, c: Context, channel: Channel | undefined): Response | undefined {
  if (modeOfPlatform(world, "bluesky") === "unauthorized") {
    return xrpcError(c, 401, "AuthMissing", "Authentication Required");
  }
  switch (channel && answerFor(world, channel)) {
    case "missing":
      return xrpcError(c, 400, "InvalidRequest", "Profile not found");
    case "suspended":
      return xrpcError(c, 400, "AccountTakedown", "Account has been suspended");
    case "down":
      return xrpcError(c, 502, "UpstreamFailure", "Upstream Failure");
    default:
      return undefined;
  }
}

/** The part of Bluesky's XRPC that tells about profiles, under /bluesky/xrpc. */
export function blueskyRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const window = openRateWindow(30_000, 300);
  const invalidActor = "Error: actor must be a valid did or a handle";

  routes.get("/app.bsky.actor.getProfile", (c) => {
    const channel = actorChannel(world, c.req.query("actor") ?? "");
    if (limitRequest(c, window, limited(world, channel))) {
      return rateLimited(c);
    }
    if (!channel) {
      return xrpcError(c, 400, "InvalidRequest", invalidActor);
    }
    return troubleWith(world, c, channel) ?? c.json(presentProfile(world, channel));
  });

  routes.get("/app.bsky.actor.getProfiles", (c) => {
    const actors = c.req.queries("actors") ?? c.req.queries("actors[]") ?? [];
    const channels = actors.map((actor) => actorChannel(world, actor));
    if (
      limitRequest(
        c,
        window,
        channels.some((channel) => limited(world, channel)),
      )
    ) {
      return rateLimited(c);
    }
    if (actors.length === 0 || actors.length > maxActors) {
      return xrpcError(c, 400, "InvalidRequest", `Error: actors must have between 1 and ${maxActors} elements`);
    }
    if (channels.some((channel) => channel === undefined)) {
      return xrpcError(c, 400, "InvalidRequest", invalidActor);
    }
    const found = channels.flatMap((channel) => channel ?? []);
    const failing = found.find((channel) => answerFor(world, channel) === "down");
    // Accounts that are gone or taken down are left out of the list without a word.
    const shown = found.filter((channel) => !["missing", "suspended"].includes(answerFor(world, channel)));
    return (
      troubleWith(world, c, failing) ?? c.json({ profiles: shown.map((channel) => presentProfile(world, channel)) })
    );
  });

  routes.all("*", (c) => xrpcError(c, 501, "MethodNotImplemented", "Method Not Implemented"));
  return routes;
}
