import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { SandboxEnv } from "../http/hang-up.ts";
import { newId } from "../seeded-random.ts";
import type { World } from "../world.ts";
import { consentPageRoutes } from "./consent-page.ts";
import { type Consent, consentOfToken, consentsOf, takeCode } from "./consent-state.ts";
import { describeChannel } from "./describe-channel.ts";
import { answerFor, channelOfHandle, modeOfPlatform } from "./find-channel.ts";
import type { Channel } from "./platform-state.ts";
import { countRequest, openRateWindow } from "./rate-window.ts";

const accessLivesS = 86_400;
const refreshLivesS = 365 * 86_400;
const logId = "20261122SANDBOX";

function apiError(c: Context, status: ContentfulStatusCode, code: string, message: string): Response {
  return c.json({ data: {}, error: { code, message, log_id: logId } }, status);
}

function oauthError(c: Context, error: string, description: string): Response {
  return c.json({ error, error_description: description, log_id: logId }, 400);
}

/** A new pair of tokens. The refresh token before it no longer works. */
function issue(world: World, consent: Consent): Record<string, unknown> {
  const { accessTokens, refreshTokens } = consentsOf(world);
  const access = newId("act", 48);
  const refresh = newId("rft", 48);
  accessTokens[access] = { ...consent, expiresAt: Date.now() + accessLivesS * 1_000 };
  refreshTokens[refresh] = { ...consent, expiresAt: Date.now() + refreshLivesS * 1_000 };
  world.changed();
  return {
    access_token: access,
    expires_in: accessLivesS,
    open_id: channelOfHandle(world, "tiktok", consent.handle).id,
    refresh_expires_in: refreshLivesS,
    refresh_token: refresh,
    scope: consent.scopes.join(","),
    token_type: "Bearer",
  };
}

function takeRefreshToken(world: World, token: string): Consent | undefined {
  const { refreshTokens } = consentsOf(world);
  const consent = refreshTokens[token];
  delete refreshTokens[token];
  return consent?.platform === "tiktok" && consent.expiresAt > Date.now() ? consent : undefined;
}

function tokenRoutes(world: World, routes: Hono<SandboxEnv>): void {
  const readForm = async (c: Context) => Object.fromEntries(new URLSearchParams(await c.req.text()));
  const knownClient = (form: Record<string, string>) =>
    form.client_key === "tt_app" && form.client_secret === world.keys.tiktok;
  routes.post("/v2/oauth/token/", async (c) => {
    const form = await readForm(c);
    if (modeOfPlatform(world, "tiktok") === "down") {
      return c.text("upstream connect error", 503);
    }
    if (!knownClient(form)) {
      return oauthError(c, "invalid_client", "Client key or secret is incorrect.");
    }
    const refused = modeOfPlatform(world, "tiktok") === "unauthorized";
    const consent =
      form.grant_type === "refresh_token"
        ? takeRefreshToken(world, form.refresh_token ?? "")
        : takeCode(world, "tiktok", {
            code: form.code ?? "",
            clientId: "tt_app",
            redirectUri: form.redirect_uri ?? "",
          });
    return consent && !refused
      ? c.json(issue(world, consent))
      : oauthError(c, "invalid_grant", "The code or refresh token is invalid or expired.");
  });
  routes.post("/v2/oauth/revoke/", async (c) => {
    const form = await readForm(c);
    if (!knownClient(form)) {
      return oauthError(c, "invalid_client", "Client key or secret is incorrect.");
    }
    delete consentsOf(world).accessTokens[form.token ?? ""];
    world.changed();
    return c.json({});
  });
}

function presentUser(world: World, channel: Channel, fields: readonly string[]): Record<string, unknown> {
  const facts = describeChannel(world, channel);
  const changed = answerFor(world, channel) === "schema_changed";
  const all: Record<string, unknown> = {
    open_id: channel.id,
    union_id: channel.id.toLowerCase(),
    avatar_url: facts.avatar,
    display_name: facts.name,
    username: channel.handle,
    follower_count: changed ? "many" : facts.followers,
    following_count: facts.following,
    likes_count: facts.views,
    video_count: facts.posts,
  };
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

/** TikTok's dialog, Login Kit tokens and Display API, under /tiktok. */
export function tiktokRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const window = openRateWindow(600, 60);
  routes.route(
    "/",
    consentPageRoutes(world, {
      platform: "tiktok",
      name: "TikTok",
      path: "/tiktok/v2/auth/authorize/",
      clientParameter: "client_key",
      clientId: "tt_app",
    }),
  );
  const api = new Hono<SandboxEnv>();
  tokenRoutes(world, api);
  api.get("/v2/user/info/", (c) => {
    const token = (c.req.header("authorization") ?? "").replace(/^Bearer /, "");
    const consent = consentOfToken(world, "tiktok", token);
    if (!consent || modeOfPlatform(world, "tiktok") === "unauthorized") {
      return apiError(c, 401, "access_token_invalid", "The access token is invalid or not found in the request.");
    }
    const channel = channelOfHandle(world, "tiktok", consent.handle);
    const state = answerFor(world, channel);
    if (state === "down") {
      return apiError(c, 500, "internal_error", "Something went wrong. Please try again later.");
    }
    if (countRequest(window, state === "rate_limited").exceeded) {
      return apiError(c, 429, "rate_limit_exceeded", "The API rate limit was exceeded. Please try again later.");
    }
    const fields = (c.req.query("fields") ?? "").split(",").filter(Boolean);
    const needed = fields.some((field) => field.endsWith("_count")) ? "user.info.stats" : "user.info.basic";
    if (!consent.scopes.includes(needed)) {
      return apiError(c, 401, "scope_not_authorized", `The user did not authorize the scope ${needed}.`);
    }
    const user = presentUser(world, channel, fields);
    return c.json({ data: { user }, error: { code: "ok", message: "", log_id: logId } });
  });
  routes.route("/tiktok", api);
  return routes;
}
