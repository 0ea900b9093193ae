import { createHmac, timingSafeEqual } from "node:crypto";
import type { HttpProviderConfig } from "./http-provider-config.ts";

type WebhookConfig = NonNullable<HttpProviderConfig["webhook"]>;
type Headers = Readonly<Record<string, string>>;

/** How far the sender's clock and ours may be apart. */
const toleranceSeconds = 300;

/** Whether the bytes were signed with the secret, compared in constant time. `now` is wall time. */
export function verifySupplierWebhook(
  config: WebhookConfig,
  secret: string,
  headers: Headers,
  rawBody: Uint8Array,
  now: Date,
): boolean {
  return config.scheme === "standard-webhooks"
    ? verifyStandard(secret, headers, rawBody, now)
    : verifyHexDigest(config, secret, headers, rawBody);
}

/** Standard Webhooks 1.0: `v1,<base64>` of HMAC-SHA256 over `id.timestamp.body`; several signatures may be listed. */
function verifyStandard(secret: string, headers: Headers, rawBody: Uint8Array, now: Date): boolean {
  const id = headers["webhook-id"];
  const timestamp = headers["webhook-timestamp"];
  const signatures = headers["webhook-signature"];
  if (id === undefined || timestamp === undefined || signatures === undefined || !/^\d{1,12}$/.test(timestamp)) {
    return false;
  }
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(rawBody).digest();
  return signatures
    .split(" ")
    .slice(0, 10)
    .map((signature) => signature.split(","))
    .filter(([version]) => version === "v1")
    .map(([, digest]) => equal(Buffer.from(digest ?? "", "base64"), expected))
    .some((same) => same);
}

/** No timestamp is signed here: what keeps an old message from counting again is that each event id counts once. */
function verifyHexDigest(config: WebhookConfig, secret: string, headers: Headers, rawBody: Uint8Array): boolean {
  const given = headers[(config.header ?? "").toLowerCase()] ?? "";
  if (!given.startsWith(config.prefix)) return false;
  const expected = createHmac("sha256", secret).update(rawBody).digest();
  return equal(Buffer.from(given.slice(config.prefix.length), "hex"), expected);
}

const equal = (given: Buffer, expected: Buffer): boolean =>
  given.length === expected.length && timingSafeEqual(given, expected);
