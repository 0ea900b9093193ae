import { z } from "zod";

const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const integer = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum);
const originList = z.string().transform((value) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
/** `name=origin` pairs, comma-separated. */
const originsByHost = originList.pipe(
  z.array(z.string().regex(/^[a-z0-9.-]+=https?:\/\/[^/]+$/, "name=origin, comma-separated")),
);
const nameList = originList;
const secret = z.string().min(32, "at least 32 characters; npm start makes one");

/** One environment variable: what it means, how it is read, and what holds when it is absent. */
interface Variable<S extends z.ZodType> {
  readonly about: string;
  readonly schema: S;
  /** As it would stand in the environment; absent means the variable must be given. */
  readonly fallback?: string;
}

const variable = <S extends z.ZodType>(about: string, schema: S, fallback?: string): Variable<S> =>
  fallback === undefined ? { about, schema } : { about, schema, fallback };

/** Every variable the server reads. `.env.example` is made from this list, and a test keeps them equal. */
export const variables = {
  NODE_ENV: variable(
    "`production` refuses defaults and loopback exemptions.",
    z.enum(["development", "production", "test"]),
    "development",
  ),
  DATABASE_URL: variable("PostgreSQL 18 or newer, as a connection string.", z.string().min(1)),
  DATABASE_POOL_MAX: variable("Connections one process may hold.", integer(2, 200), "16"),
  SERVICES: variable("What this process does: any of api, worker, scheduler.", z.string(), "api,worker,scheduler"),
  API_PORT: variable("Port of the API; 0 picks a free one.", integer(0, 65_535), "4000"),
  API_HOST: variable("Address the API listens on.", z.string(), "127.0.0.1"),
  PUBLIC_URL: variable("Where people reach the shop.", z.url(), "http://localhost:3000"),
  LOG_LEVEL: variable(
    "debug, info, warn, error or silent.",
    z.enum(["debug", "info", "warn", "error", "silent"]),
    "info",
  ),
  STAFF_SECOND_FACTOR: variable(
    "Whether staff must sign in with an authenticator app: required or optional; empty: required in production.",
    z.enum(["", "required", "optional"]),
    "",
  ),
  SESSION_SECRET: variable("Signs sessions.", secret),
  QUOTE_SIGNING_KEY: variable("Signs quotes.", secret),
  ENCRYPTION_KEY: variable("Encrypts suppliers' credentials at rest.", secret),
  RECEIPT_SIGNING_KEY: variable(
    "Ed25519 private key in PEM (PKCS #8) that signs proof receipts; line ends may be written \\n.",
    z.string().startsWith("-----BEGIN PRIVATE KEY-----", "an Ed25519 private key in PEM; npm start makes one"),
  ),
  CLOCK_RATE: variable(
    "How fast business time runs. Above 1 only on loopback.",
    z.coerce.number().min(1).max(100_000),
    "1",
  ),
  SMPLAT_DEMO: variable("1 shows the demo's notice and logins.", flag, "0"),
  DEMO_LOGINS_FILE: variable("Where the seed wrote the demo's logins; empty: none.", z.string(), ""),
  STORAGE_DIRECTORY: variable("Folder for papers and files when no S3 is configured.", z.string(), ".data/storage"),
  S3_ENDPOINT: variable("S3-compatible object store; empty: files go to STORAGE_DIRECTORY.", z.string(), ""),
  S3_REGION: variable("Region of the object store.", z.string(), "us-east-1"),
  S3_BUCKET: variable("Bucket of the object store.", z.string(), "smplat"),
  S3_ACCESS_KEY_ID: variable("Key id of the object store.", z.string(), ""),
  S3_SECRET_ACCESS_KEY: variable("Secret of the object store.", z.string(), ""),
  SMTP_URL: variable("Outgoing mail, e.g. smtp://localhost:4025.", z.string(), "smtp://127.0.0.1:4025"),
  MAIL_FROM: variable("Sender of every mail.", z.string(), "Smplat <hello@smplat.example>"),
  STRIPE_SECRET_KEY: variable("Secret key of the card processor.", z.string(), "sk_test_sandbox"),
  STRIPE_API_URL: variable("Origin of the card processor's API; empty: Stripe itself.", z.string(), ""),
  STRIPE_WEBHOOK_SECRET: variable("Verifies the processor's webhooks.", z.string(), ""),
  CARD_FORM_URL: variable(
    "The processor's card form, shown in an iframe.",
    z.string(),
    "http://localhost:4010/card-form",
  ),
  YOUTUBE_API_URL: variable("Origin of the YouTube Data API.", z.url(), "https://www.googleapis.com"),
  YOUTUBE_API_KEY: variable("Key of the YouTube Data API; empty: YouTube channels are not measured.", z.string(), ""),
  BLUESKY_API_URL: variable("Origin of Bluesky's public API.", z.url(), "https://public.api.bsky.app"),
  INSTAGRAM_GRAPH_URL: variable("Origin of Meta's Graph API.", z.url(), "https://graph.facebook.com"),
  INSTAGRAM_ACCOUNT_ID: variable("Our own professional account, through which others are looked up.", z.string(), ""),
  INSTAGRAM_TOKEN: variable(
    "Its user token (instagram_basic, instagram_manage_insights, pages_read_engagement); empty: no look-ups.",
    z.string(),
    "",
  ),
  INSTAGRAM_APP_ID: variable("App for Instagram Login; empty: owners can't connect Instagram.", z.string(), ""),
  INSTAGRAM_APP_SECRET: variable("Its secret.", z.string(), ""),
  INSTAGRAM_LOGIN_URL: variable("Where owners consent.", z.url(), "https://www.instagram.com"),
  INSTAGRAM_CODE_URL: variable("Where their code is traded.", z.url(), "https://api.instagram.com"),
  INSTAGRAM_API_URL: variable("Origin of Instagram's API for owners.", z.url(), "https://graph.instagram.com"),
  TIKTOK_CLIENT_KEY: variable("App for TikTok's Login Kit; empty: TikTok channels are not measured.", z.string(), ""),
  TIKTOK_CLIENT_SECRET: variable("Its secret.", z.string(), ""),
  TIKTOK_LOGIN_URL: variable("Where TikTok's owners consent.", z.url(), "https://www.tiktok.com"),
  TIKTOK_API_URL: variable("Origin of TikTok's API.", z.url(), "https://open.tiktokapis.com"),
  X_BEARER_TOKEN: variable("App token of the X API, paid per read; empty: X is not measured.", z.string(), ""),
  X_API_URL: variable("Origin of the X API.", z.url(), "https://api.x.com"),
  MASTODON_READS: variable("1 reads Mastodon servers, whichever a person names.", flag, "1"),
  TWITCH_CLIENT_ID: variable("Twitch application; empty: Twitch channels are not measured.", z.string(), ""),
  TWITCH_CLIENT_SECRET: variable("Its secret.", z.string(), ""),
  TWITCH_LOGIN_URL: variable("Where its tokens come from.", z.url(), "https://id.twitch.tv"),
  TWITCH_API_URL: variable("Origin of Twitch's API.", z.url(), "https://api.twitch.tv"),
  SCRAPER_PLATFORMS: variable(
    "Platforms read through a reseller of scraped numbers, comma-separated; against most platforms' terms, so none.",
    nameList,
    "",
  ),
  SCRAPER_API_URL: variable("The reseller's origin.", z.string(), ""),
  SCRAPER_API_KEY: variable("The reseller's key.", z.string(), ""),
  EGRESS_HOSTS: variable(
    "Hosts played by another origin, as name=origin, comma-separated. Only on loopback.",
    originsByHost,
    "",
  ),
  EGRESS_ORIGINS: variable(
    "Exact origins exempt from the egress rules, comma-separated. Only on loopback.",
    originList,
    "",
  ),
  DEMO_PROVIDERS_FILE: variable("Where the seed writes the demo suppliers' ids; empty: nowhere.", z.string(), ""),
  SMPLAT_DEMO_HISTORY: variable(
    "How much past the demo's seed lives through: full (months), small (a dozen orders) or none.",
    z.enum(["full", "small", "none"]),
    "full",
  ),
  SANDBOX_URL: variable("Origin of the demo's outside world; empty: no sandbox, and no past.", z.string(), ""),
  SANDBOX_SEED: variable("The same number gives the demo the same past.", z.coerce.number().int(), "1"),
  NORTHBEAM_API_URL: variable("The demo supplier Northbeam, for the seed; empty: not seeded.", z.string(), ""),
  NORTHBEAM_API_KEY: variable("Its key.", z.string(), ""),
  NORTHBEAM_WEBHOOK_SECRET: variable("Verifies its webhooks.", z.string(), ""),
  QUAYSIDE_API_URL: variable("The demo supplier Quayside, for the seed; empty: not seeded.", z.string(), ""),
  QUAYSIDE_API_KEY: variable("Its key.", z.string(), ""),
  ATELIER_API_URL: variable("The demo supplier Atelier, for the seed; empty: not seeded.", z.string(), ""),
  ATELIER_API_KEY: variable("Its key.", z.string(), ""),
  ATELIER_WEBHOOK_SECRET: variable("Verifies its webhooks.", z.string(), ""),
  SELLER_NAME: variable("Who sells: on invoices and the imprint.", z.string(), "Smplat Demo GmbH"),
  SELLER_ADDRESS: variable(
    "The seller's address, parts separated by |.",
    z.string(),
    "Beispielstraße 1|10115 Berlin|DE",
  ),
  SELLER_COUNTRY: variable("Two letters; decides the VAT.", z.string().length(2), "DE"),
  SELLER_TAX_ID: variable("The seller's VAT id.", z.string(), "DE000000000"),
  RATE_LIMITS: variable("1 enforces rate limits.", flag, "1"),
  TRUSTED_PROXIES: variable("How many proxies in front may set X-Forwarded-For.", integer(0, 5), "1"),
} as const;

export type Environment = { readonly [Name in keyof typeof variables]: z.output<(typeof variables)[Name]["schema"]> };

/** Reads and checks every variable; throws one error that lists all problems at once. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { schema, fallback, about }] of Object.entries(variables)) {
    const given = source[name] === undefined || source[name] === "" ? fallback : source[name];
    const parsed = (schema as z.ZodType).safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name}: ${given === undefined ? "is missing" : parsed.error.issues[0]?.message}. ${about}`);
  }
  if (problems.length > 0) throw new Error(`The environment is not right:\n  ${problems.join("\n  ")}`);
  return values as Environment;
}

/** Where people reach the shop, for commands that need nothing else of the environment. */
export function readPublicUrl(source: Readonly<Record<string, string | undefined>> = process.env): string {
  const { schema, fallback } = variables.PUBLIC_URL;
  const parsed = schema.safeParse(source.PUBLIC_URL || fallback);
  if (!parsed.success) throw new Error("PUBLIC_URL is not an address");
  return parsed.data;
}
