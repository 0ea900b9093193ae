import { type Context, Hono } from "hono";
import type { SandboxEnv } from "../http/hang-up.ts";
import type { World } from "../world.ts";
import { describeChannel } from "./describe-channel.ts";
import { answerFor, channelOfHandle, channelOfId, modeOfPlatform } from "./find-channel.ts";
import type { Channel } from "./platform-state.ts";
import { countRequest, openRateWindow, type RateWindow } from "./rate-window.ts";

const resource = "https://api.twitter.com/2/problems";

function presentUser(world: World, channel: Channel): Record<string, unknown> {
  const facts = describeChannel(world, channel);
  const state = answerFor(world, channel);
  const metrics = {
    followers_count: facts.followers,
    following_count: facts.following,
    tweet_count: facts.posts,
    listed_count: Math.round(facts.followers / 400),
  };
  return {
    id: channel.id,
    name: facts.name,
    username: channel.handle,
    protected: state === "private" || state === "hidden",
    profile_image_url: facts.avatar,
    description: facts.bio,
    entities: { url: { urls: (channel.links ?? []).map((link) => ({ url: link, expanded_url: link })) } },
    created_at: facts.createdAt,
    ...(state === "schema_changed" ? { metrics: { audience: "many" } } : { public_metrics: metrics }),
  };
}

/** A user that can't be shown: status 200 and an error beside no data. */
function partialError(c: Context, parameter: string, value: string, suspended: boolean): Response {
  return c.json({
    errors: [
      {
        value,
        detail: suspended
          ? `User has been suspended: [${value}].`
          : `Could not find user with ${parameter}: [${value}].`,
        title: suspended ? "Forbidden" : "Not Found Error",
        resource_type: "user",
        parameter,
        resource_id: value,
        type: `${resource}/resource-not-found`,
      },
    ],
  });
}

function answerUser(world: World, c: Context, window: RateWindow, channel: Channel, parameter: string): Response {
  const state = answerFor(world, channel);
  const count = countRequest(window, state === "rate_limited");
  c.header("x-rate-limit-limit", String(count.limit));
  c.header("x-rate-limit-remaining", String(count.remaining));
  c.header("x-rate-limit-reset", String(count.resetAt));
  if (count.exceeded) {
    return c.json({ title: "Too Many Requests", detail: "Too Many Requests", type: "about:blank", status: 429 }, 429);
  }
  if (state === "down") {
    return c.json(
      { title: "Service Unavailable", detail: "Service Unavailable", type: "about:blank", status: 503 },
      503,
    );
  }
  if (state === "missing" || state === "suspended") {
    return partialError(c, parameter, parameter === "id" ? channel.id : channel.handle, state === "suspended");
  }
  return c.json({ data: presentUser(world, channel) });
}

/** The part of the X API v2 that looks users up, under /x/2. */
export function xRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const byName = openRateWindow(300, 900);
  const byId = openRateWindow(300, 900);
  routes.use("*", async (c, next) => {
    const wrong = c.req.header("authorization") !== `Bearer ${world.keys.x}`;
    if (wrong || modeOfPlatform(world, "x") === "unauthorized") {
      return c.json({ title: "Unauthorized", type: "about:blank", status: 401, detail: "Unauthorized" }, 401);
    }
    return next();
  });
  routes.get("/users/by/username/:username", (c) =>
    answerUser(world, c, byName, channelOfHandle(world, "x", c.req.param("username")), "username"),
  );
  routes.get("/users/:id", (c) => answerUser(world, c, byId, channelOfId(world, "x", c.req.param("id")), "id"));
  return routes;
}
