import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const random = () => randomBytes(32).toString("base64url");

/** How each secret is made. One that is missing in an older file is added; none is ever replaced. */
const MAKERS = {
  SESSION_SECRET: random,
  QUOTE_SIGNING_KEY: random,
  ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
  RECEIPT_SIGNING_KEY: () =>
    generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  STRIPE_SECRET_KEY: () => `sk_test_${randomBytes(24).toString("hex")}`,
  STRIPE_WEBHOOK_SECRET: () => `whsec_${randomBytes(24).toString("base64")}`,
  NORTHBEAM_API_KEY: random,
  NORTHBEAM_WEBHOOK_SECRET: () => `whsec_${randomBytes(24).toString("base64")}`,
  ATELIER_API_KEY: random,
  ATELIER_WEBHOOK_SECRET: random,
  QUAYSIDE_API_KEY: random,
  YOUTUBE_API_KEY: random,
  INSTAGRAM_TOKEN: random,
  INSTAGRAM_APP_SECRET: random,
  TIKTOK_CLIENT_SECRET: random,
  X_BEARER_TOKEN: random,
  TWITCH_CLIENT_SECRET: random,
};

/** The installation's secrets: made once, readable by their owner only. */
export function loadSecrets(data) {
  const file = join(data, "secrets.json");
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const missing = Object.keys(MAKERS).filter((name) => !(name in known));
  if (missing.length === 0) return known;
  const secrets = { ...known, ...Object.fromEntries(missing.map((name) => [name, MAKERS[name]()])) };
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
