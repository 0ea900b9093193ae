import { html } from "hono/html";
import { z } from "zod";
import { followersAt } from "../platforms/followers.ts";
import type { Channel } from "../platforms/platform-state.ts";
import type { World } from "../world.ts";
import { type Html, page } from "./layout.ts";

/** What an owner can change of a channel by hand; links are one a line. */
export const ChannelSettings = z.object({
  bio: z.string().max(2_000),
  links: z
    .string()
    .transform((text) => text.split(/\s+/).filter((line) => line !== ""))
    .pipe(z.array(z.url()).max(4)),
});

/** A channel as its owner's settings show it, where a code or a link of proof is put. */
export function channelSettingsPage(world: World, channel: Channel, said: string | null): Html {
  const { platform, handle, bio = "", links = [] } = channel;
  const followers = followersAt(world, channel, world.businessNow()).toLocaleString("en-GB");
  return page(
    `${handle} on ${platform}`,
    html`<h1>${handle} <small>on ${platform}</small></h1>
<p class="lead">${followers} followers. These are the settings of the channel's owner: put the shop's code into the description, or its address among the links, and have the shop look.</p>
${said === null ? "" : html`<p role="status" class="${said === "Saved." ? "good" : "bad"}">${said}</p>`}
<form method="post">
<p><label for="bio">Description</label><br><textarea id="bio" name="bio" rows="5" cols="60" maxlength="2000">${bio}</textarea></p>
<p><label for="links">Links, one a line (at most four)</label><br><textarea id="links" name="links" rows="4" cols="60">${links.join("\n")}</textarea></p>
<button class="primary">Save</button>
</form>`,
    "/channels",
  );
}
