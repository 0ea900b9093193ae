import { Hono } from "hono";
import { html } from "hono/html";
import { cardApiRoutes } from "../card-processor/card-api-routes.ts";
import { cardFormRoutes } from "../card-processor/card-form/card-form-routes.ts";
import { threeDSecureRoutes } from "../card-processor/three-d-secure-routes.ts";
import { controlRoutes } from "../control/control-routes.ts";
import { mailboxRoutes } from "../mailbox/mailbox-routes.ts";
import { objectRoutes } from "../object-store/object-routes.ts";
import { page } from "../pages/layout.ts";
import { pageRoutes } from "../pages/page-routes.ts";
import { avatarRoutes } from "../platforms/avatar-routes.ts";
import { blueskyRoutes } from "../platforms/bluesky-routes.ts";
import { instagramGraphRoutes } from "../platforms/instagram-graph-routes.ts";
import { instagramLoginRoutes } from "../platforms/instagram-login-routes.ts";
import { mastodonRoutes } from "../platforms/mastodon-routes.ts";
import { tiktokRoutes } from "../platforms/tiktok-routes.ts";
import { twitchRoutes } from "../platforms/twitch-routes.ts";
import { xRoutes } from "../platforms/x-routes.ts";
import { youtubeRoutes } from "../platforms/youtube-routes.ts";
import { atelierRoutes } from "../suppliers/atelier/atelier-routes.ts";
import { evidenceRoutes } from "../suppliers/evidence-routes.ts";
import { northbeamRoutes } from "../suppliers/northbeam/northbeam-routes.ts";
import { quayside } from "../suppliers/quayside/quayside.ts";
import type { WebhookQueue } from "../webhooks/webhook-queue.ts";
import type { World } from "../world.ts";
import type { SandboxEnv } from "./hang-up.ts";

/** The whole outside world as one HTTP application. */
export function sandboxApp(world: World, webhooks: WebhookQueue): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.route("/control", controlRoutes(world, webhooks));
  app.route("/suppliers/northbeam/v1", northbeamRoutes(world));
  app.route("/suppliers/quayside/v1", northbeamRoutes(world, quayside));
  app.route("/suppliers/atelier/api", atelierRoutes(world));
  app.route("/youtube/v3", youtubeRoutes(world));
  app.route("/bluesky/xrpc", blueskyRoutes(world));
  app.route("/facebook/v25.0", instagramGraphRoutes(world));
  app.route("/", instagramLoginRoutes(world));
  app.route("/", tiktokRoutes(world));
  app.route("/x/2", xRoutes(world));
  app.route("/api/v1/accounts", mastodonRoutes(world));
  app.route("/twitch", twitchRoutes(world));
  app.route("/", cardApiRoutes(world, webhooks));
  app.route("/", cardFormRoutes(world));
  app.route("/", threeDSecureRoutes(world, webhooks));
  app.route("/", evidenceRoutes(world));
  app.route("/", avatarRoutes(world));
  app.route("/", mailboxRoutes(world));
  app.route("/", objectRoutes(world));
  app.route("/", pageRoutes(world));
  app.notFound((c) => c.html(page("Not found", html`<h1>Nothing here</h1>`), 404));
  app.onError((error, c) => {
    process.stderr.write(`sandbox: ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}\n`);
    return c.json(
      { error: { type: "api_error", code: "sandbox_fault", message: "The sandbox itself failed; see its log." } },
      500,
    );
  });
  return app;
}
