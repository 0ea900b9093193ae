import { type Context, Hono } from "hono";
import type { SandboxEnv } from "../http/hang-up.ts";
import { newId } from "../seeded-random.ts";
import type { World } from "../world.ts";
import { consentPageRoutes } from "./consent-page.ts";
import { type Consent, consentOfToken, consentsOf, takeCode } from "./consent-state.ts";
import { describeChannel } from "./describe-channel.ts";
import { answerFor, channelOfHandle, modeOfPlatform } from "./find-channel.ts";
import { graphError, graphTrouble, tellUsage } from "./instagram-graph-routes.ts";
import { countRequest, openRateWindow } from "./rate-window.ts";

const shortLivesS = 3_600;
const longLivesS = 60 * 86_400;

function keepToken(world: World, consent: Consent, livesS: number): string {
  const token = newId("IGAA", 60);
  consentsOf(world).accessTokens[token] = { ...consent, expiresAt: Date.now() + livesS * 1_000 };
  world.changed();
  return token;
}

const tokenRefused = (c: Context) =>
  graphError(c, 400, 190, "Error validating access token: Session has expired.", 463);

function exchangeRoutes(world: World, routes: Hono<SandboxEnv>): void {
  routes.post("/oauth/access_token", async (c) => {
    const form = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const consent = takeCode(world, "instagram", {
      code: (form.code ?? "").replace(/#_$/, ""),
      clientId: form.client_id ?? "",
      redirectUri: form.redirect_uri ?? "",
    });
    if (form.client_secret !== world.keys.instagramApp || !consent) {
      return c.json(
        { error_type: "OAuthException", code: 400, error_message: "Matching code was not found or was already used" },
        400,
      );
    }
    const token = keepToken(world, consent, shortLivesS);
    const { id } = channelOfHandle(world, "instagram", consent.handle);
    return c.json({ data: [{ access_token: token, user_id: id, permissions: consent.scopes.join(",") }] });
  });
  const prolong = (kind: string) => (c: Context<SandboxEnv>) => {
    const consent = consentOfToken(world, "instagram", c.req.query("access_token") ?? "");
    const known = kind === "ig_refresh_token" || c.req.query("client_secret") === world.keys.instagramApp;
    if (!consent || !known || c.req.query("grant_type") !== kind) {
      return tokenRefused(c);
    }
    const token = keepToken(world, consent, longLivesS);
    return c.json({ access_token: token, token_type: "bearer", expires_in: longLivesS });
  };
  routes.get("/access_token", prolong("ig_exchange_token"));
  routes.get("/refresh_access_token", prolong("ig_refresh_token"));
}

/** Instagram's API with Instagram Login, under /instagram: the dialog, its tokens, and an owner's own account. */
export function instagramLoginRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const window = openRateWindow(4_800, 86_400);
  routes.route(
    "/",
    consentPageRoutes(world, {
      platform: "instagram",
      name: "Instagram",
      path: "/instagram/oauth/authorize",
      clientParameter: "client_id",
      clientId: "ig_app",
    }),
  );
  const api = new Hono<SandboxEnv>();
  exchangeRoutes(world, api);
  api.get("/v25.0/me", (c) => {
    const token = (c.req.header("authorization") ?? "").replace(/^Bearer /, "");
    const consent = consentOfToken(world, "instagram", token || (c.req.query("access_token") ?? ""));
    if (!consent || modeOfPlatform(world, "instagram") === "unauthorized") {
      return tokenRefused(c);
    }
    const channel = channelOfHandle(world, "instagram", consent.handle);
    const state = answerFor(world, channel);
    const count = countRequest(window, state === "rate_limited");
    tellUsage(c, count);
    if (count.exceeded) {
      return graphError(c, 403, 4, "Application request limit reached");
    }
    // An owner sees an account that others can't.
    const trouble = state === "private" || state === "hidden" ? undefined : graphTrouble(c, state);
    const facts = describeChannel(world, channel);
    const counts =
      state === "schema_changed"
        ? { audience: { followers: "many" } }
        : { followers_count: facts.followers, follows_count: facts.following, media_count: facts.posts };
    const identity = { user_id: channel.id, username: channel.handle, name: facts.name };
    return trouble ?? c.json({ ...identity, profile_picture_url: facts.avatar, ...counts, id: channel.id });
  });
  routes.route("/instagram", api);
  return routes;
}
