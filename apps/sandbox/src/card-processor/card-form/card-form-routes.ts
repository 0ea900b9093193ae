import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { SandboxEnv } from "../../http/hang-up.ts";
import { barePage } from "../../pages/layout.ts";
import type { World } from "../../world.ts";
import { methodOfCard, passesCheckDigit } from "../payment-methods.ts";
import { cardFormPage } from "./card-form-page.ts";

const Card = z.strictObject({
  number: z.string().refine(passesCheckDigit),
  expMonth: z.int().min(1).max(12),
  expYear: z.int().min(2000).max(2100),
  cvc: z.string().regex(/^\d{3,4}$/),
  name: z.string().trim().min(1).max(100),
  /** Whose card it is, where many type the same test number. */
  wallet: z.optional(z.string().regex(/^[0-9a-f]{32}$/)),
});

function readOrigin(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  return url.protocol === "http:" || url.protocol === "https:" ? url.origin : undefined;
}

function securityPolicy(nonce: string, parent: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${parent}`,
  ].join("; ");
}

/** The card form and the endpoint it alone uses: card numbers stay at the processor. */
export function cardFormRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();

  routes.get("/card-form", (c) => {
    const parent = readOrigin(c.req.query("parent"));
    if (!parent) {
      const body = html`<h1>The card form needs a parent</h1><p class="lead">Open it in a frame as <code>/card-form?parent=&lt;your origin&gt;</code>.</p>`;
      return c.html(barePage("Card form", body), 400);
    }
    const theme = c.req.query("theme");
    const nonce = randomBytes(16).toString("base64url");
    c.header("content-security-policy", securityPolicy(nonce, parent));
    c.header("cache-control", "no-store");
    c.header("referrer-policy", "no-referrer");
    return c.html(
      cardFormPage({
        parent,
        locale: c.req.query("locale")?.startsWith("de") ? "de" : "en",
        theme: theme === "light" || theme === "dark" ? theme : "auto",
        nonce,
      }),
    );
  });

  routes.post("/card-form/payment-methods", async (c) => {
    const parsed = Card.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) {
      const param = String(parsed.error.issues[0]?.path[0] ?? "number");
      const error = {
        type: "card_error",
        code: `incorrect_${param}`,
        message: "Your card details are incomplete or wrong.",
        param,
      };
      return c.json({ error }, 402);
    }
    const { number, expMonth, expYear, name, wallet = null } = parsed.data;
    const method = methodOfCard(world, number, { expMonth, expYear, name, wallet });
    return c.json({ id: method.id, brand: method.brand, last4: method.last4 });
  });
  return routes;
}
