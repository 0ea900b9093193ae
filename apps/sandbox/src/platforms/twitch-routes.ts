import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { SandboxEnv } from "../http/hang-up.ts";
import { newId } from "../seeded-random.ts";
import type { World } from "../world.ts";
import { consentsOf } from "./consent-state.ts";
import { describeChannel } from "./describe-channel.ts";
import { answerFor, channelOfHandle, channelOfId, modeOfPlatform } from "./find-channel.ts";
import type { Channel } from "./platform-state.ts";
import { countRequest, openRateWindow } from "./rate-window.ts";

const clientId = "tw_client";
const tokenLivesS = 5_000_000;

const helixError = (c: Context, status: ContentfulStatusCode, error: string, message: string): Response =>
  c.json({ error, status, message }, status);

function authorized(world: World, c: Context): boolean {
  const token = (c.req.header("authorization") ?? "").replace(/^Bearer /, "");
  const known = consentsOf(world).accessTokens[token];
  const live = known?.platform === "twitch" && known.expiresAt > Date.now();
  return live && c.req.header("client-id") === clientId && modeOfPlatform(world, "twitch") !== "unauthorized";
}

function presentUser(world: World, channel: Channel): Record<string, unknown> {
  const facts = describeChannel(world, channel);
  return {
    id: channel.id,
    login: channel.handle,
    display_name: facts.name,
    type: "",
    broadcaster_type: "affiliate",
    description: facts.bio,
    profile_image_url: facts.avatar,
    offline_image_url: "",
    view_count: 0,
    created_at: facts.createdAt,
  };
}

function tokenRoutes(world: World, routes: Hono<SandboxEnv>): void {
  routes.post("/oauth2/token", async (c) => {
    const form = Object.fromEntries(new URLSearchParams(await c.req.text()));
    if (modeOfPlatform(world, "twitch") === "down") {
      return c.text("service unavailable", 503);
    }
    if (form.client_id !== clientId || form.client_secret !== world.keys.twitch) {
      return c.json({ status: 403, message: "invalid client secret" }, 403);
    }
    if (form.grant_type !== "client_credentials") {
      return c.json({ status: 400, message: "missing grant type" }, 400);
    }
    const token = newId("tw", 30);
    const expiresAt = Date.now() + tokenLivesS * 1_000;
    consentsOf(world).accessTokens[token] = { platform: "twitch", handle: "", scopes: [], expiresAt };
    world.changed();
    return c.json({ access_token: token, expires_in: tokenLivesS, token_type: "bearer" });
  });
}

/** Twitch's app tokens and the part of Helix that tells about users and their followers, under /twitch. */
export function twitchRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const window = openRateWindow(800, 60);
  tokenRoutes(world, routes);
  const answer = (c: Context, channel: Channel, present: () => unknown): Response => {
    const state = answerFor(world, channel);
    const count = countRequest(window, state === "rate_limited");
    c.header("ratelimit-limit", String(count.limit));
    c.header("ratelimit-remaining", String(count.remaining));
    c.header("ratelimit-reset", String(count.resetAt));
    if (!authorized(world, c)) {
      return helixError(c, 401, "Unauthorized", "Invalid OAuth token");
    }
    if (count.exceeded) {
      return helixError(c, 429, "Too Many Requests", "");
    }
    return state === "down" ? helixError(c, 503, "Service Unavailable", "") : c.json(present() as object);
  };
  const shown = (channel: Channel) => !["missing", "suspended"].includes(answerFor(world, channel));
  routes.get("/helix/users", (c) => {
    const id = c.req.query("id");
    const channel =
      id === undefined
        ? channelOfHandle(world, "twitch", c.req.query("login") ?? "")
        : channelOfId(world, "twitch", id);
    return answer(c, channel, () => ({ data: shown(channel) ? [presentUser(world, channel)] : [] }));
  });
  routes.get("/helix/channels/followers", (c) => {
    const channel = channelOfId(world, "twitch", c.req.query("broadcaster_id") ?? "");
    const changed = answerFor(world, channel) === "schema_changed";
    const total = changed ? "many" : describeChannel(world, channel).followers;
    return answer(c, channel, () => ({ total, data: [], pagination: {} }));
  });
  return routes;
}
