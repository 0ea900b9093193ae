import { z } from "zod";
import type { SandboxOptions } from "../sandbox-options.ts";

const port = z.coerce.number().int().min(0).max(65535);
const text = z.string().min(1);
const url = z.url();

const Environment = z.object({
  SANDBOX_PORT: port.default(4010),
  SANDBOX_SMTP_PORT: port.default(4025),
  SANDBOX_STATE_FILE: text.optional(),
  SANDBOX_SEED: z.coerce.number().int().default(1),
  SANDBOX_PUBLIC_URL: url.optional(),
  SANDBOX_STRIPE_KEY: text.default("sk_test_sandbox"),
  SANDBOX_NORTHBEAM_KEY: text.default("nb_test_key"),
  SANDBOX_ATELIER_KEY: text.default("at_test_key"),
  SANDBOX_QUAYSIDE_KEY: text.default("qs_test_key"),
  SANDBOX_YOUTUBE_KEY: text.default("yt_test_key"),
  SANDBOX_INSTAGRAM_TOKEN: text.default("ig_test_token"),
  SANDBOX_INSTAGRAM_APP_SECRET: text.default("ig_test_secret"),
  SANDBOX_TIKTOK_SECRET: text.default("tt_test_secret"),
  SANDBOX_X_TOKEN: text.default("x_test_token"),
  SANDBOX_TWITCH_SECRET: text.default("tw_test_secret"),
  SANDBOX_WEBHOOK_STRIPE_URL: url.optional(),
  SANDBOX_WEBHOOK_STRIPE_SECRET: text.optional(),
  SANDBOX_WEBHOOK_NORTHBEAM_URL: url.optional(),
  SANDBOX_WEBHOOK_NORTHBEAM_SECRET: text.optional(),
  SANDBOX_WEBHOOK_ATELIER_URL: url.optional(),
  SANDBOX_WEBHOOK_ATELIER_SECRET: text.optional(),
});

function target(
  targetUrl: string | undefined,
  secret: string | undefined,
): { url: string; secret: string } | undefined {
  return targetUrl && secret ? { url: targetUrl, secret } : undefined;
}

/** The only reader of the environment. An empty value counts as absent, as shells and compose files produce them. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): SandboxOptions {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const env = Environment.parse(present);
  const stripe = target(env.SANDBOX_WEBHOOK_STRIPE_URL, env.SANDBOX_WEBHOOK_STRIPE_SECRET);
  const northbeam = target(env.SANDBOX_WEBHOOK_NORTHBEAM_URL, env.SANDBOX_WEBHOOK_NORTHBEAM_SECRET);
  const atelier = target(env.SANDBOX_WEBHOOK_ATELIER_URL, env.SANDBOX_WEBHOOK_ATELIER_SECRET);
  return {
    port: env.SANDBOX_PORT,
    smtpPort: env.SANDBOX_SMTP_PORT,
    seed: env.SANDBOX_SEED,
    ...(env.SANDBOX_STATE_FILE ? { stateFile: env.SANDBOX_STATE_FILE } : {}),
    ...(env.SANDBOX_PUBLIC_URL ? { publicUrl: env.SANDBOX_PUBLIC_URL } : {}),
    keys: {
      stripe: env.SANDBOX_STRIPE_KEY,
      northbeam: env.SANDBOX_NORTHBEAM_KEY,
      atelier: env.SANDBOX_ATELIER_KEY,
      quayside: env.SANDBOX_QUAYSIDE_KEY,
      youtube: env.SANDBOX_YOUTUBE_KEY,
      instagram: env.SANDBOX_INSTAGRAM_TOKEN,
      instagramApp: env.SANDBOX_INSTAGRAM_APP_SECRET,
      tiktok: env.SANDBOX_TIKTOK_SECRET,
      x: env.SANDBOX_X_TOKEN,
      twitch: env.SANDBOX_TWITCH_SECRET,
    },
    webhooks: {
      ...(stripe ? { stripe } : {}),
      ...(northbeam ? { northbeam } : {}),
      ...(atelier ? { atelier } : {}),
    },
  };
}
