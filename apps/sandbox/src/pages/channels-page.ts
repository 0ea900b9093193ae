import { html } from "hono/html";
import { stateOfChannel } from "../platforms/find-channel.ts";
import { followersAt } from "../platforms/followers.ts";
import type { Channel } from "../platforms/platform-state.ts";
import type { World } from "../world.ts";
import { type Html, page } from "./layout.ts";

const rowsShown = 200;

function row(world: World, channel: Channel): Html {
  const avatar = `/avatars/${channel.platform}/${encodeURIComponent(channel.handle)}.svg`;
  return html`<tr><td><img src="${avatar}" alt="" width="28" height="28"></td><td>${channel.platform}</td><td><a href="/channels/${channel.platform}/${encodeURIComponent(channel.handle)}">${channel.handle}</a></td>
<td class="n">${followersAt(world, channel, world.businessNow()).toLocaleString("en-GB")}</td><td>${stateOfChannel(channel)}</td><td><code>${channel.id}</code></td></tr>`;
}

/** Every channel anybody asked about, with its exact number of followers now. */
export function channelsPage(world: World): Html {
  const channels = Object.values(world.state.platforms.channels).toReversed();
  const table = html`<div class="scroll"><table><thead><tr><th><span aria-hidden="true"></span></th><th>Platform</th><th>Handle</th><th>Followers now</th><th>State</th><th>Id</th></tr></thead>
<tbody>${channels.slice(0, rowsShown).map((channel) => row(world, channel))}</tbody></table></div>`;
  const empty = html`<div class="scroll"><p class="empty">Nobody asked about a channel yet.</p></div>`;
  return page(
    "Channels",
    html`<h1>Channels</h1><p class="lead">Every handle exists here. Names that start with missing, hidden, suspended, private, down, ratelimited or schemachanged behave like that; a whole platform is put down by control. Open one to change what its owner says there.</p>
${channels.length > 0 ? table : empty}`,
    "/channels",
  );
}
