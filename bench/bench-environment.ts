import { generateKeyPairSync } from "node:crypto";

const secret = "a secret of the bench, long enough to be one";
const receiptKey = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
export const webhookSecret = "whsec_YmVuY2gtd2ViaG9vay1zZWNyZXQtZm9yLWxvYWQ=";

/** What the shop is configured with while it is measured; limits are off, or they would be what is measured. */
export const benchEnvironment = (databaseUrl: string): Record<string, string> => ({
  NODE_ENV: "production",
  PUBLIC_URL: "http://localhost:3000",
  DATABASE_URL: databaseUrl,
  RATE_LIMITS: "0",
  LOG_LEVEL: "warn",
  SESSION_SECRET: secret,
  QUOTE_SIGNING_KEY: secret,
  ENCRYPTION_KEY: secret,
  RECEIPT_SIGNING_KEY: receiptKey,
  STRIPE_SECRET_KEY: "sk_test_bench",
  STRIPE_WEBHOOK_SECRET: webhookSecret,
  STORAGE_DIRECTORY: ".cache/bench-storage",
});
