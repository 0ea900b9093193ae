import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { WebhookSource } from "./webhook-state.ts";

/** Headers of one attempt. Each attempt is signed anew because receivers refuse old timestamps. */
export function signWebhook(
  source: WebhookSource,
  secret: string,
  eventId: string,
  body: string,
  at: Date,
): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  if (source === "stripe") {
    const digest = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
    return {
      "stripe-signature": `t=${seconds},v1=${digest}`,
      "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    };
  }
  if (source === "northbeam") {
    return {
      "webhook-id": eventId,
      "webhook-timestamp": String(seconds),
      "webhook-signature": new Webhook(secret).sign(eventId, at, body),
    };
  }
  return { "x-atelier-signature": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}` };
}
