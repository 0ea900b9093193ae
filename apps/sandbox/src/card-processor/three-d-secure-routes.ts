import { Hono } from "hono";
import { html } from "hono/html";
import type { SandboxEnv } from "../http/hang-up.ts";
import { barePage, type Html, moneyText } from "../pages/layout.ts";
import type { WebhookQueue } from "../webhooks/webhook-queue.ts";
import type { World } from "../world.ts";
import { unaskedContext } from "./card-events.ts";
import type { PaymentIntent } from "./card-state.ts";
import { finishAuthentication } from "./settle-payment.ts";

function question(intent: PaymentIntent): Html {
  return barePage(
    "Confirm your payment",
    html`<h1>Is it you who is paying?</h1>
<p class="lead">This page stands in for your bank's 3-D Secure check. No real money moves.</p>
<dl><dt>Amount</dt><dd>${moneyText(intent.amount, intent.currency)}</dd>
<dt>Merchant</dt><dd>Smplat (sandbox)</dd></dl>
<form class="row" method="post">
<input type="hidden" name="client_secret" value="${intent.clientSecret}">
<button class="primary" name="decision" value="approve">Approve</button>
<button name="decision" value="decline">Decline</button>
</form>`,
  );
}

function answered(intent: PaymentIntent): Html {
  return barePage(
    "Payment checked",
    html`<h1>This payment was already answered</h1>
<p class="lead">It stands at <code>${intent.status}</code>. You can close this page and go back to the shop.</p>`,
  );
}

function returnAddress(intent: PaymentIntent): string | undefined {
  if (!intent.returnUrl || !URL.canParse(intent.returnUrl)) {
    return undefined;
  }
  const url = new URL(intent.returnUrl);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return undefined;
  }
  url.searchParams.set("payment_intent", intent.id);
  url.searchParams.set("payment_intent_client_secret", intent.clientSecret);
  url.searchParams.set("redirect_status", intent.status === "requires_payment_method" ? "failed" : "succeeded");
  return url.href;
}

/** The page a customer is sent to when the card asks for authentication. */
export function threeDSecureRoutes(world: World, webhooks: WebhookQueue): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const find = (id: string, secret: string) => {
    const intent = world.state.cards.intents[id];
    return intent?.clientSecret === secret ? intent : undefined;
  };

  routes.get("/3d-secure/:intent", (c) => {
    const intent = find(c.req.param("intent"), c.req.query("client_secret") ?? "");
    if (!intent) {
      return c.html(barePage("Not found", html`<h1>No such payment</h1>`), 404);
    }
    return c.html(intent.status === "requires_action" ? question(intent) : answered(intent));
  });

  routes.post("/3d-secure/:intent", async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const intent = find(c.req.param("intent"), form.get("client_secret") ?? "");
    if (!intent) {
      return c.html(barePage("Not found", html`<h1>No such payment</h1>`), 404);
    }
    finishAuthentication(unaskedContext(world, webhooks), intent, form.get("decision") === "approve");
    const address = returnAddress(intent);
    return address ? c.redirect(address, 303) : c.html(answered(intent));
  });
  return routes;
}
