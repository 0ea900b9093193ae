import type { LogLevel } from "#infrastructure/logger";
import { type Environment, readEnvironment } from "./env.ts";

const services = ["api", "worker", "scheduler"] as const;
export type Service = (typeof services)[number];

/** How the seed reaches a supplier of the demo; an empty address means it isn't there. */
export interface DemoSupplier {
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
}

/** The configuration, grouped by who uses it. */
export interface Config {
  readonly production: boolean;
  readonly demo: {
    readonly enabled: boolean;
    readonly loginsFile: string;
    readonly providersFile: string;
    readonly sandboxUrl: string;
    readonly history: "full" | "small" | "none";
    /** Of everything drawn in the demo's past. */
    readonly seed: number;
    readonly suppliers: {
      readonly northbeam: DemoSupplier;
      readonly atelier: DemoSupplier;
      /** Null where it has no address: it is the one supplier a demo can do without. */
      readonly quayside: DemoSupplier | null;
    };
  };
  readonly services: readonly Service[];
  readonly logLevel: LogLevel;
  readonly publicUrl: string;
  /** Staff who set an authenticator app up are asked for it either way. */
  readonly staffSecondFactor: "required" | "optional";
  readonly api: {
    readonly host: string;
    readonly port: number;
    readonly trustedProxies: number;
    readonly rateLimits: boolean;
  };
  readonly database: { readonly url: string; readonly poolMax: number };
  readonly clockRate: number;
  readonly secrets: {
    readonly session: string;
    readonly quoteSigning: string;
    readonly encryption: string;
    readonly receiptSigning: string;
  };
  readonly storage:
    | { readonly kind: "disk"; readonly directory: string }
    | {
        readonly kind: "s3";
        readonly endpoint: string;
        readonly region: string;
        readonly bucket: string;
        readonly accessKeyId: string;
        readonly secretAccessKey: string;
      };
  readonly mail: { readonly smtpUrl: string; readonly from: string };
  readonly processor: {
    readonly secretKey: string;
    /** Null: the processor's own address. */
    readonly apiUrl: string | null;
    readonly webhookSecret: string;
    readonly cardFormUrl: string;
  };
  readonly sources: {
    readonly youtube: { readonly apiUrl: string; readonly apiKey: string };
    readonly bluesky: { readonly apiUrl: string };
    readonly instagram: { readonly graphUrl: string; readonly accountId: string; readonly token: string };
    readonly instagramLogin: {
      readonly appId: string;
      readonly appSecret: string;
      readonly loginUrl: string;
      readonly codeUrl: string;
      readonly apiUrl: string;
    };
    readonly tiktok: {
      readonly clientKey: string;
      readonly clientSecret: string;
      readonly loginUrl: string;
      readonly apiUrl: string;
    };
    readonly x: { readonly apiUrl: string; readonly bearerToken: string };
    readonly mastodon: { readonly enabled: boolean };
    readonly twitch: {
      readonly clientId: string;
      readonly clientSecret: string;
      readonly loginUrl: string;
      readonly apiUrl: string;
    };
    readonly scraper: { readonly platforms: readonly string[]; readonly apiUrl: string; readonly apiKey: string };
  };
  readonly egressOrigins: readonly string[];
  /** Origins by the host they play. */
  readonly egressHosts: Readonly<Record<string, string>>;
  readonly seller: {
    readonly name: string;
    readonly address: readonly string[];
    readonly country: string;
    readonly taxId: string;
  };
}

/** Reads the environment and groups it. Throws with every problem at once, also for what is unsafe in production. */
export function loadConfig(source?: Readonly<Record<string, string | undefined>>): Config {
  const env = readEnvironment(source);
  refuseUnsafe(env);
  return {
    production: env.NODE_ENV === "production",
    demo: {
      enabled: env.SMPLAT_DEMO,
      loginsFile: env.DEMO_LOGINS_FILE,
      providersFile: env.DEMO_PROVIDERS_FILE,
      sandboxUrl: env.SANDBOX_URL,
      history: env.SMPLAT_DEMO_HISTORY,
      seed: env.SANDBOX_SEED,
      suppliers: demoSuppliersOf(env),
    },
    services: services.filter((service) =>
      env.SERVICES.split(",")
        .map((name) => name.trim())
        .includes(service),
    ),
    logLevel: env.LOG_LEVEL,
    publicUrl: env.PUBLIC_URL.replace(/\/$/, ""),
    staffSecondFactor: env.STAFF_SECOND_FACTOR || (env.NODE_ENV === "production" ? "required" : "optional"),
    api: {
      host: env.API_HOST,
      port: env.API_PORT,
      trustedProxies: env.TRUSTED_PROXIES,
      rateLimits: env.RATE_LIMITS,
    },
    database: { url: env.DATABASE_URL, poolMax: env.DATABASE_POOL_MAX },
    clockRate: env.CLOCK_RATE,
    secrets: {
      session: env.SESSION_SECRET,
      quoteSigning: env.QUOTE_SIGNING_KEY,
      encryption: env.ENCRYPTION_KEY,
      receiptSigning: env.RECEIPT_SIGNING_KEY,
    },
    storage: storageOf(env),
    mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
    processor: {
      secretKey: env.STRIPE_SECRET_KEY,
      apiUrl: env.STRIPE_API_URL === "" ? null : env.STRIPE_API_URL,
      webhookSecret: env.STRIPE_WEBHOOK_SECRET,
      cardFormUrl: env.CARD_FORM_URL,
    },
    sources: sourcesOf(env),
    egressOrigins: env.EGRESS_ORIGINS,
    egressHosts: Object.fromEntries(env.EGRESS_HOSTS.map((pair) => pair.split("=", 2) as [string, string])),
    seller: {
      name: env.SELLER_NAME,
      address: env.SELLER_ADDRESS.split("|"),
      country: env.SELLER_COUNTRY,
      taxId: env.SELLER_TAX_ID,
    },
  };
}

function sourcesOf(env: Environment): Config["sources"] {
  return {
    youtube: { apiUrl: env.YOUTUBE_API_URL, apiKey: env.YOUTUBE_API_KEY },
    bluesky: { apiUrl: env.BLUESKY_API_URL },
    instagram: {
      graphUrl: env.INSTAGRAM_GRAPH_URL,
      accountId: env.INSTAGRAM_ACCOUNT_ID,
      token: env.INSTAGRAM_TOKEN,
    },
    instagramLogin: {
      appId: env.INSTAGRAM_APP_ID,
      appSecret: env.INSTAGRAM_APP_SECRET,
      loginUrl: env.INSTAGRAM_LOGIN_URL,
      codeUrl: env.INSTAGRAM_CODE_URL,
      apiUrl: env.INSTAGRAM_API_URL,
    },
    tiktok: {
      clientKey: env.TIKTOK_CLIENT_KEY,
      clientSecret: env.TIKTOK_CLIENT_SECRET,
      loginUrl: env.TIKTOK_LOGIN_URL,
      apiUrl: env.TIKTOK_API_URL,
    },
    x: { apiUrl: env.X_API_URL, bearerToken: env.X_BEARER_TOKEN },
    mastodon: { enabled: env.MASTODON_READS },
    twitch: {
      clientId: env.TWITCH_CLIENT_ID,
      clientSecret: env.TWITCH_CLIENT_SECRET,
      loginUrl: env.TWITCH_LOGIN_URL,
      apiUrl: env.TWITCH_API_URL,
    },
    scraper: { platforms: env.SCRAPER_PLATFORMS, apiUrl: env.SCRAPER_API_URL, apiKey: env.SCRAPER_API_KEY },
  };
}

function demoSuppliersOf(env: Environment): Config["demo"]["suppliers"] {
  return {
    northbeam: {
      apiUrl: env.NORTHBEAM_API_URL,
      apiKey: env.NORTHBEAM_API_KEY,
      webhookSecret: env.NORTHBEAM_WEBHOOK_SECRET,
    },
    atelier: { apiUrl: env.ATELIER_API_URL, apiKey: env.ATELIER_API_KEY, webhookSecret: env.ATELIER_WEBHOOK_SECRET },
    quayside:
      env.QUAYSIDE_API_URL === ""
        ? null
        : { apiUrl: env.QUAYSIDE_API_URL, apiKey: env.QUAYSIDE_API_KEY, webhookSecret: "" },
  };
}

function storageOf(env: Environment): Config["storage"] {
  if (env.S3_ENDPOINT === "") return { kind: "disk", directory: env.STORAGE_DIRECTORY };
  return {
    kind: "s3",
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    bucket: env.S3_BUCKET,
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
  };
}

const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

function refuseUnsafe(env: Environment): void {
  const url = new URL(env.PUBLIC_URL);
  const loopback = loopbackHosts.has(url.hostname);
  const problems: string[] = [];
  if (env.CLOCK_RATE > 1 && !loopback) problems.push("CLOCK_RATE above 1 is only for a PUBLIC_URL on loopback");
  if (env.EGRESS_ORIGINS.length > 0 && !loopback) problems.push("EGRESS_ORIGINS is only for a PUBLIC_URL on loopback");
  if (env.EGRESS_HOSTS.length > 0 && !loopback) problems.push("EGRESS_HOSTS is only for a PUBLIC_URL on loopback");
  if (env.NODE_ENV === "production" && !loopback) {
    if (url.protocol !== "https:") problems.push("PUBLIC_URL must be https in production");
    if (env.STRIPE_SECRET_KEY === "sk_test_sandbox") problems.push("STRIPE_SECRET_KEY still has its default");
    if (env.STAFF_SECOND_FACTOR === "optional") problems.push("STAFF_SECOND_FACTOR must be required in production");
    if (env.SMPLAT_DEMO) problems.push("SMPLAT_DEMO must be 0 in production");
  }
  if (env.STRIPE_WEBHOOK_SECRET === "" && env.NODE_ENV === "production")
    problems.push("STRIPE_WEBHOOK_SECRET is missing");
  if (problems.length > 0) throw new Error(`The configuration is not safe:\n  ${problems.join("\n  ")}`);
}
