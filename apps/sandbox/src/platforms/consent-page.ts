import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { SandboxEnv } from "../http/hang-up.ts";
import { barePage, type Html } from "../pages/layout.ts";
import { newId } from "../seeded-random.ts";
import { normalHandle } from "../suppliers/accept-job.ts";
import type { World } from "../world.ts";
import { consentsOf } from "./consent-state.ts";
import { channelOfHandle } from "./find-channel.ts";
import type { SocialPlatform } from "./platform-state.ts";

const codeLivesMs = 10 * 60_000;

/** How one platform asks its owners for consent. */
export interface ConsentDialog {
  readonly platform: SocialPlatform;
  readonly name: string;
  readonly path: string;
  /** What the platform calls the client's id in the address. */
  readonly clientParameter: "client_id" | "client_key";
  readonly clientId: string;
}

interface ConsentRequest {
  readonly clientId: string;
  readonly redirectUri: URL;
  readonly state: string;
  readonly scopes: readonly string[];
}

function readRequest(dialog: ConsentDialog, parameters: Record<string, string>): ConsentRequest | undefined {
  const redirectUri = URL.parse(parameters.redirect_uri ?? "");
  const known = parameters[dialog.clientParameter] === dialog.clientId && parameters.response_type === "code";
  if (!known || redirectUri === null || !["http:", "https:"].includes(redirectUri.protocol)) {
    return undefined;
  }
  const scopes = (parameters.scope ?? "").split(/[ ,]+/).filter(Boolean);
  return { clientId: dialog.clientId, redirectUri, state: parameters.state ?? "", scopes };
}

function question(dialog: ConsentDialog, request: ConsentRequest, hidden: Record<string, string>): Html {
  const suggestion = hidden.login_hint ?? "";
  return barePage(
    `Allow access · ${dialog.name}`,
    html`<h1>${dialog.name}</h1>
<p class="lead"><strong>${request.redirectUri.host}</strong> asks to read the numbers of your account. It may not post, follow or change anything.</p>
<form method="post" action="${dialog.path}">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p><label for="handle">Your account at this platform of the sandbox</label></p>
<p><input id="handle" name="handle" value="${suggestion}" autocomplete="off" autocapitalize="none" spellcheck="false"></p>
<p>It asks for: ${request.scopes.join(", ") || "nothing"}</p>
<div class="row"><button class="primary" name="answer" value="allow">Allow</button> <button name="answer" value="deny">Deny</button></div>
</form>`,
  );
}

function answer(world: World, dialog: ConsentDialog, request: ConsentRequest, fields: Record<string, string>): string {
  const back = new URL(request.redirectUri);
  back.searchParams.set("state", request.state);
  const handle = normalHandle(fields.handle ?? "");
  if (fields.answer !== "allow" || handle === "") {
    back.searchParams.set("error", "access_denied");
    back.searchParams.set("error_reason", "user_denied");
    back.searchParams.set("error_description", "The user denied the request");
    return back.href;
  }
  channelOfHandle(world, dialog.platform, handle);
  const code = newId("code", 40);
  consentsOf(world).codes[code] = {
    platform: dialog.platform,
    handle,
    scopes: [...request.scopes],
    expiresAt: Date.now() + codeLivesMs,
    clientId: request.clientId,
    redirectUri: request.redirectUri.href,
  };
  world.changed();
  back.searchParams.set("code", code);
  return back.href;
}

/** The page on which an owner picks an account and allows or denies: the authorization endpoint of OAuth 2. */
export function consentPageRoutes(world: World, dialog: ConsentDialog): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const refuse = (c: Context) =>
    c.html(
      barePage("Invalid request", html`<h1>Invalid request</h1><p>Client or redirect address is not known.</p>`),
      400,
    );
  routes.get(dialog.path, (c) => {
    const request = readRequest(dialog, c.req.query());
    return request ? c.html(question(dialog, request, c.req.query())) : refuse(c);
  });
  routes.post(dialog.path, async (c) => {
    const fields = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const request = readRequest(dialog, fields);
    return request ? c.redirect(answer(world, dialog, request, fields), 303) : refuse(c);
  });
  return routes;
}
