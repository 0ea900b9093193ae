import { Hono } from "hono";
import { html } from "hono/html";
import type { SandboxEnv } from "../http/hang-up.ts";
import { channelOfHandle } from "../platforms/find-channel.ts";
import { socialPlatforms } from "../platforms/platform-state.ts";
import type { World } from "../world.ts";
import { ChannelSettings, channelSettingsPage } from "./channel-settings-page.ts";
import { channelsPage } from "./channels-page.ts";
import { type Html, page, timeText } from "./layout.ts";
import { paymentsPage } from "./payments-page.ts";
import { supplierPage } from "./supplier-page.ts";

function card(path: string, title: string, facts: string): Html {
  return html`<div class="card"><h2><a href="${path}">${title}</a></h2><p>${facts}</p></div>`;
}

function indexPage(world: World): Html {
  const { mailbox, cards, suppliers, platforms, objects, clock, webhooks } = world.state;
  const objectCount = Object.values(objects.buckets).reduce((sum, bucket) => sum + Object.keys(bucket).length, 0);
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  return page(
    "Outside world",
    html`<h1>The outside world, on this machine</h1>
<p class="lead">These services stand in for real ones and speak their wire formats. No money moves, no mail leaves, nobody follows anybody.</p>
<div class="grid">
${card("/mailbox", "Mailbox", `${count(mailbox.messages.length, "message")} from the shop`)}
${card("/payments", "Payments", `${count(Object.keys(cards.intents).length, "payment")}, processor ${cards.control.mode}`)}
${card("/suppliers/northbeam", "Northbeam", `${count(Object.keys(suppliers.northbeam.jobs).length, "campaign")}, ${suppliers.northbeam.control.mode}`)}
${card("/suppliers/atelier", "Atelier", `${count(Object.keys(suppliers.atelier.jobs).length, "job")}, ${suppliers.atelier.control.mode}`)}
${card("/suppliers/quayside", "Quayside", `${count(Object.keys(suppliers.quayside.jobs).length, "campaign")}, ${suppliers.quayside.control.mode}`)}
${card("/channels", "Channels", `${count(Object.keys(platforms.channels).length, "channel")} asked about`)}
</div>
<h2>Now</h2>
<dl><dt>Business time</dt><dd>${timeText(world.businessNow())}</dd>
<dt>Runs at</dt><dd>${clock.rate} × real time</dd>
<dt>Webhooks waiting</dt><dd>${webhooks.pending.length}</dd>
<dt>Stored objects</dt><dd>${objectCount}</dd></dl>`,
  );
}

/** The pages a person looks at. */
export function pageRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/", (c) => c.html(indexPage(world)));
  routes.get("/payments", (c) => c.html(paymentsPage(world)));
  routes.get("/suppliers/northbeam", (c) => c.html(supplierPage(world, "northbeam")));
  routes.get("/suppliers/atelier", (c) => c.html(supplierPage(world, "atelier")));
  routes.get("/suppliers/quayside", (c) => c.html(supplierPage(world, "quayside")));
  routes.get("/channels", (c) => c.html(channelsPage(world)));
  channelSettings(world, routes);
  return routes;
}

function channelSettings(world: World, routes: Hono<SandboxEnv>): void {
  const channelOf = (platform: string, handle: string) => {
    const known = socialPlatforms.find((name) => name === platform);
    return known === undefined ? null : channelOfHandle(world, known, handle);
  };
  routes.get("/channels/:platform/:handle", (c) => {
    const channel = channelOf(c.req.param("platform"), c.req.param("handle"));
    return channel === null ? c.notFound() : c.html(channelSettingsPage(world, channel, null));
  });
  routes.post("/channels/:platform/:handle", async (c) => {
    const channel = channelOf(c.req.param("platform"), c.req.param("handle"));
    if (channel === null) return c.notFound();
    const settings = ChannelSettings.safeParse(await c.req.parseBody());
    if (!settings.success) {
      return c.html(channelSettingsPage(world, channel, "Not saved: at most four links, each a whole address."), 422);
    }
    Object.assign(channel, settings.data);
    world.changed();
    return c.html(channelSettingsPage(world, channel, "Saved."));
  });
}
