import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { id } from "../schemas.ts";

const received = z.strictObject({ received: z.literal(true) });

export const webhooks = {
  stripe: endpoint({
    method: "POST",
    path: "/webhooks/stripe",
    summary: "Events of the card processor, signed; stored once, applied by a job",
    access: "everyone",
    session: "ignored",
    input: "raw",
    response: received,
    errors: ["webhook.signature-invalid", "request.too-large"],
    limitPerMinute: 60_000,
  }),
  supplier: endpoint({
    method: "POST",
    path: "/webhooks/suppliers/{providerId}",
    summary: "Progress from a supplier, signed as its configuration says",
    access: "everyone",
    session: "ignored",
    input: "raw",
    params: z.strictObject({ providerId: id("prv") }),
    response: received,
    errors: ["webhook.signature-invalid", "provider.not-found", "request.too-large"],
    limitPerMinute: 60_000,
  }),
};
