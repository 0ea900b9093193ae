import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { SandboxEnv } from "../http/hang-up.ts";
import type { World } from "../world.ts";
import { describeChannel } from "./describe-channel.ts";
import { answerFor, channelOfHandle, modeOfPlatform } from "./find-channel.ts";
import type { Channel } from "./platform-state.ts";
import { countRequest, openRateWindow, type RateCount } from "./rate-window.ts";

const businessId = "17841400000000000";
const notFoundSubcode = 2_207_013;

/** An error as every Graph API writes it. */
export function graphError(
  c: Context,
  status: ContentfulStatusCode,
  code: number,
  message: string,
  subcode?: number,
): Response {
  const type = code === 190 || code === 110 || code === 100 ? "OAuthException" : "GraphMethodException";
  const extra = subcode === undefined ? {} : { error_subcode: subcode };
  return c.json({ error: { message, type, code, ...extra, fbtrace_id: "ASandboxTrace" } }, status);
}

/** Usage in percent of what the app and user may do, as Meta tells it on every answer. */
export function tellUsage(c: Context, count: RateCount): void {
  const used = Math.min(100, Math.ceil((100 * (count.limit - count.remaining)) / count.limit));
  const minutes = count.exceeded ? Math.max(1, Math.ceil((count.resetAt - Date.now() / 1000) / 60)) : 0;
  const usage = { type: "instagram", call_count: used, total_cputime: 1, total_time: 1 };
  c.header(
    "x-business-use-case-usage",
    JSON.stringify({ [businessId]: [{ ...usage, estimated_time_to_regain_access: minutes }] }),
  );
}

/** What Meta answers instead of an account's numbers; it does not tell why it can't find one. */
export function graphTrouble(c: Context, state: ReturnType<typeof answerFor>): Response | undefined {
  switch (state) {
    case "missing":
    case "private":
    case "hidden":
    case "suspended":
      return graphError(c, 400, 110, "Invalid user id", notFoundSubcode);
    case "down":
      return graphError(c, 503, 2, "An unexpected error has occurred. Please retry your request later.");
    default:
      return undefined;
  }
}

function presentDiscovery(world: World, channel: Channel): Record<string, unknown> {
  if (answerFor(world, channel) === "schema_changed") {
    return { id: channel.id, username: channel.handle, audience: { followers: "many" } };
  }
  const facts = describeChannel(world, channel);
  return {
    followers_count: facts.followers,
    follows_count: facts.following,
    media_count: facts.posts,
    username: channel.handle,
    name: facts.name,
    biography: facts.bio,
    profile_picture_url: facts.avatar,
    website: channel.links?.[0] ?? "",
    id: channel.id,
  };
}

/** The part of Meta's Graph API that looks another professional account up, under /facebook/v25.0. */
export function instagramGraphRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const window = openRateWindow(4_800, 86_400);
  routes.get("/:id", (c) => {
    const token = (c.req.header("authorization") ?? "").replace(/^Bearer /, "") || c.req.query("access_token");
    if (token !== world.keys.instagram || modeOfPlatform(world, "instagram") === "unauthorized") {
      return graphError(c, 400, 190, "Error validating access token: Session has expired.", 463);
    }
    const asked = /^business_discovery\.username\(([^)]+)\)\{([a-z_,]+)\}$/.exec(c.req.query("fields") ?? "");
    if (c.req.param("id") !== businessId || asked?.[1] === undefined) {
      return graphError(c, 400, 100, "Unsupported get request.", 33);
    }
    const channel = channelOfHandle(world, "instagram", asked[1]);
    const state = answerFor(world, channel);
    const count = countRequest(window, state === "rate_limited");
    tellUsage(c, count);
    if (count.exceeded) {
      return graphError(c, 403, 4, "Application request limit reached");
    }
    const trouble = graphTrouble(c, state);
    return trouble ?? c.json({ business_discovery: presentDiscovery(world, channel), id: businessId });
  });
  return routes;
}
