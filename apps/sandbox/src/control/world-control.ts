import { Hono } from "hono";
import { z } from "zod";
import { unaskedContext } from "../card-processor/card-events.ts";
import { closeDispute } from "../card-processor/settle-payment.ts";
import type { SandboxEnv } from "../http/hang-up.ts";
import { findMessages } from "../mailbox/mailbox-routes.ts";
import { withdrawConsent } from "../platforms/consent-state.ts";
import { channelOfHandle, stateOfChannel } from "../platforms/find-channel.ts";
import { followersAt } from "../platforms/followers.ts";
import {
  channelStates,
  type Channel as PlatformChannel,
  platformModes,
  type SocialPlatform,
  socialPlatforms,
} from "../platforms/platform-state.ts";
import { normalHandle } from "../suppliers/accept-job.ts";
import type { WebhookQueue } from "../webhooks/webhook-queue.ts";
import type { World } from "../world.ts";
import { ControlError, given, readControl } from "./read-control.ts";

const Channel = z.strictObject({
  followers: z.int().min(0).optional(),
  state: z.enum(channelStates).optional(),
  growthPerDay: z.number().optional(),
  bio: z.string().max(2_000).optional(),
  links: z.array(z.url()).max(4).optional(),
  verifiedLinks: z.array(z.url()).max(4).optional(),
});
const PlatformControl = z.strictObject({ mode: z.enum(platformModes) });
const Cards = z.strictObject({
  mode: z.enum(["normal", "timeout-after-success", "down", "webhook-first"]).optional(),
  hangMs: z.int().min(0).max(600_000).optional(),
});
const DisputeEnd = z.strictObject({ status: z.enum(["won", "lost"]) });
const Objects = z.strictObject({ mode: z.enum(["normal", "down", "slow", "torn"]) });
const Mail = z.strictObject({ mode: z.enum(["normal", "reject-temporarily", "reject"]) });

function platformOf(text: string): SocialPlatform {
  const platform = socialPlatforms.find((known) => known === text);
  if (platform === undefined) {
    throw new ControlError(`The platforms are: ${socialPlatforms.join(", ")}.`);
  }
  return platform;
}

function channelControl(world: World, routes: Hono<SandboxEnv>): void {
  const present = (channel: PlatformChannel) => ({
    ...channel,
    state: stateOfChannel(channel),
    followers: followersAt(world, channel, world.businessNow()),
  });
  routes.put("/channels/:platform/:handle", async (c) => {
    const { platform, handle } = c.req.param();
    const { followers, ...changes } = given(await readControl(c, Channel));
    const channel = channelOfHandle(world, platformOf(platform), handle);
    const at = world.businessNow();
    if (followers !== undefined || changes.growthPerDay !== undefined) {
      // Another growth starts from where the channel is now, not from day zero.
      channel.anchor = { at, followers: followers ?? followersAt(world, channel, at) };
    }
    Object.assign(channel, changes);
    world.changed();
    return c.json(present(channel));
  });
  routes.get("/channels/:platform/:handle", (c) =>
    c.json(present(channelOfHandle(world, platformOf(c.req.param("platform")), c.req.param("handle")))),
  );
  routes.put("/platforms/:platform", async (c) => {
    const platform = platformOf(c.req.param("platform"));
    const { mode } = await readControl(c, PlatformControl);
    world.state.platforms.modes = { ...world.state.platforms.modes, [platform]: mode };
    world.changed();
    return c.json({ platform, mode });
  });
  routes.delete("/consents/:platform/:handle", (c) => {
    const ended = withdrawConsent(world, platformOf(c.req.param("platform")), normalHandle(c.req.param("handle")));
    return c.json({ ended });
  });
}

function cardControl(world: World, webhooks: WebhookQueue, routes: Hono<SandboxEnv>): void {
  routes.put("/stripe", async (c) => {
    Object.assign(world.state.cards.control, given(await readControl(c, Cards)));
    world.changed();
    return c.json(world.state.cards.control);
  });
  routes.post("/stripe/disputes/:charge/close", async (c) => {
    const { status } = await readControl(c, DisputeEnd);
    const closed = closeDispute(unaskedContext(world, webhooks), c.req.param("charge"), status);
    return closed ? c.json({ status }) : c.json({ error: { message: "No open dispute on that charge." } }, 404);
  });
}

/** Channels, the card processor, the mailbox and the object store. */
export function worldControl(world: World, webhooks: WebhookQueue): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  channelControl(world, routes);
  cardControl(world, webhooks, routes);
  routes.put("/s3", async (c) => {
    Object.assign(world.state.objects, await readControl(c, Objects));
    world.changed();
    return c.json({ mode: world.state.objects.mode });
  });
  routes.get("/mailbox", (c) => c.json({ messages: findMessages(world, c.req.query("to")) }));
  routes.delete("/mailbox", (c) => {
    world.state.mailbox.messages = [];
    world.changed();
    return c.body(null, 204);
  });
  routes.put("/mailbox", async (c) => {
    Object.assign(world.state.mailbox, await readControl(c, Mail));
    world.changed();
    return c.json({ mode: world.state.mailbox.mode });
  });
  return routes;
}
