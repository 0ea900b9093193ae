import { Hono } from "hono";
import { html } from "hono/html";
import type { SandboxEnv } from "../http/hang-up.ts";
import { type Html, page, timeText } from "../pages/layout.ts";
import type { World } from "../world.ts";
import type { MailMessage } from "./mailbox-state.ts";

/** Messages newest first, to one recipient if given. */
export function findMessages(world: World, to?: string): MailMessage[] {
  const recipient = to?.toLowerCase();
  return world.state.mailbox.messages
    .filter((message) => recipient === undefined || message.to.includes(recipient))
    .toReversed();
}

function listPage(messages: MailMessage[]): Html {
  const rows = messages.map(
    (message) => html`<tr><td>${timeText(Date.parse(message.receivedAt))}</td><td>${message.to.join(", ")}</td>
<td class="wrap"><a href="/mailbox/${message.id}">${message.subject || "(no subject)"}</a></td></tr>`,
  );
  const table = html`<div class="scroll"><table><thead><tr><th>Received</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  const empty = html`<div class="scroll"><p class="empty">No mail yet. Everything the shop sends arrives here.</p></div>`;
  return page(
    "Mailbox",
    html`<h1>Mailbox</h1><p class="lead">Mail the shop sent. None of it left this machine.</p>${messages.length > 0 ? table : empty}`,
    "/mailbox",
  );
}

function messagePage(message: MailMessage): Html {
  const attachments = message.attachments.map(
    (attachment, index) =>
      html`<li><a href="/mailbox/${message.id}/attachments/${index}">${attachment.filename}</a> (${attachment.contentType}, ${attachment.size} bytes)</li>`,
  );
  return page(
    message.subject || "(no subject)",
    html`<p><a href="/mailbox">All mail</a></p>
<h1>${message.subject || "(no subject)"}</h1>
<dl><dt>From</dt><dd>${message.from}</dd><dt>To</dt><dd>${message.to.join(", ")}</dd>
<dt>Received</dt><dd>${timeText(Date.parse(message.receivedAt))}</dd></dl>
${attachments.length > 0 ? html`<h2>Attachments</h2><ul>${attachments}</ul>` : ""}
${message.html === null ? "" : html`<h2>As HTML</h2><iframe class="mail" title="The message" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mailbox/${message.id}/html"></iframe>`}
<h2>As text</h2><pre>${message.text ?? "(no text part)"}</pre>`,
    "/mailbox",
  );
}

/** Pages and JSON of the received mail. */
export function mailboxRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const find = (id: string) => world.state.mailbox.messages.find((message) => message.id === id);

  routes.get("/mailbox", (c) => c.html(listPage(findMessages(world, c.req.query("to")))));
  routes.get("/mailbox/api/messages", (c) => c.json({ messages: findMessages(world, c.req.query("to")) }));
  routes.get("/mailbox/:id", (c) => {
    const message = find(c.req.param("id"));
    return message ? c.html(messagePage(message)) : c.html(page("Not found", html`<h1>No such message</h1>`), 404);
  });
  routes.get("/mailbox/:id/html", (c) => {
    // The message is foreign content: no scripts, and links open in a tab of their own.
    c.header("content-security-policy", "sandbox allow-popups allow-popups-to-escape-sandbox; script-src 'none'");
    return c.html(`<base target="_blank">${find(c.req.param("id"))?.html ?? ""}`);
  });
  routes.get("/mailbox/:id/attachments/:index", (c) => {
    const attachment = find(c.req.param("id"))?.attachments[Number(c.req.param("index"))];
    if (!attachment) {
      return c.html(page("Not found", html`<h1>No such attachment</h1>`), 404);
    }
    return c.body(Buffer.from(attachment.content, "base64"), 200, {
      "content-type": attachment.contentType,
      "content-security-policy": "sandbox",
      "x-content-type-options": "nosniff",
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
    });
  });
  return routes;
}
