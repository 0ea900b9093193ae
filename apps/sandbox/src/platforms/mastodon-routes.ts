import { type Context, Hono } from "hono";
import type { SandboxEnv } from "../http/hang-up.ts";
import type { World } from "../world.ts";
import { describeChannel } from "./describe-channel.ts";
import { answerFor, channelOfHandle, channelOfId } from "./find-channel.ts";
import type { Channel } from "./platform-state.ts";
import { countRequest, openRateWindow, type RateWindow } from "./rate-window.ts";

/** Asked as `mastodon.example`, the sandbox is that server; asked by its own address it is mastodon.example too. */
function serverOf(c: Context): string {
  const host = (c.req.header("host") ?? "").split(":")[0]?.toLowerCase() ?? "";
  return /^[a-z]/.test(host) && host !== "localhost" ? host : "mastodon.example";
}

function fieldsOf({ links = [], verifiedLinks = [] }: Channel): Record<string, unknown>[] {
  return [...new Set([...links, ...verifiedLinks])].map((link) => ({
    name: "Web",
    value: `<a href="${link.replaceAll("&", "&amp;")}" rel="nofollow noopener noreferrer me">${link.replace(/^https?:\/\//, "")}</a>`,
    verified_at: verifiedLinks.includes(link) ? "2026-11-01T10:00:00.000+00:00" : null,
  }));
}

function presentAccount(world: World, channel: Channel): Record<string, unknown> {
  const facts = describeChannel(world, channel);
  const [username = "", server = ""] = channel.handle.split("@");
  const state = answerFor(world, channel);
  const counts = { followers_count: facts.followers, following_count: facts.following, statuses_count: facts.posts };
  return {
    id: channel.id,
    username,
    acct: username,
    display_name: facts.name,
    locked: false,
    bot: false,
    discoverable: true,
    created_at: facts.createdAt,
    note: `<p>${facts.bio.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`,
    url: `https://${server}/@${username}`,
    uri: `https://${server}/users/${username}`,
    avatar: facts.avatar,
    ...(state === "schema_changed" ? { audience: { followers: "many" } } : counts),
    ...(state === "hidden" || state === "private" ? { hide_collections: true, followers_count: 0 } : {}),
    ...(state === "suspended" ? { suspended: true, followers_count: 0, statuses_count: 0 } : {}),
    emojis: [],
    fields: fieldsOf(channel),
  };
}

function answerAccount(world: World, c: Context, window: RateWindow, channel: Channel): Response {
  const state = answerFor(world, channel);
  const count = countRequest(window, state === "rate_limited");
  c.header("x-ratelimit-limit", String(count.limit));
  c.header("x-ratelimit-remaining", String(count.remaining));
  c.header("x-ratelimit-reset", new Date(count.resetAt * 1_000).toISOString());
  if (count.exceeded) {
    return c.json({ error: "Too many requests" }, 429);
  }
  if (state === "down") {
    return c.html("<h1>503 Service Unavailable</h1>", 503);
  }
  return state === "missing" ? c.json({ error: "Record not found" }, 404) : c.json(presentAccount(world, channel));
}

/** The part of a Mastodon server that tells about its accounts, under /api/v1/accounts of whatever host was asked. */
export function mastodonRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const windows = new Map<string, RateWindow>();
  const windowOf = (server: string): RateWindow => {
    const known = windows.get(server) ?? openRateWindow(300, 300);
    windows.set(server, known);
    return known;
  };
  routes.get("/lookup", (c) => {
    const [user = "", host] = (c.req.query("acct") ?? "").replace(/^@/, "").toLowerCase().split("@");
    const server = serverOf(c);
    if (!/^[a-z0-9_](?:[a-z0-9_.-]{0,28}[a-z0-9_])?$/.test(user) || (host ?? server) !== server) {
      return c.json({ error: "Record not found" }, 404);
    }
    return answerAccount(world, c, windowOf(server), channelOfHandle(world, "mastodon", `${user}@${server}`));
  });
  routes.get("/:id{[0-9]+}", (c) => {
    const channel = channelOfId(world, "mastodon", c.req.param("id"));
    return answerAccount(world, c, windowOf(serverOf(c)), channel);
  });
  return routes;
}
