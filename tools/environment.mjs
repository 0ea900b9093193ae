import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Business time per real time in the demo: a day in a minute, so that a purchase is delivered while one watches. */
const DEMO_CLOCK_RATE = "1440";

/**
 * Every variable the start hands to the programs, by the part it belongs to. A part whose `given` variable the user set is
 * theirs whole: none of its defaults is mixed in.
 */
function defaultsByPart({ ports, data, demo, secrets, databaseUrl, publicUrl }) {
  const sandbox = `http://127.0.0.1:${ports.sandbox}`;
  const parts = [
    { given: ["DATABASE_URL"], values: { DATABASE_URL: databaseUrl } },
    {
      given: [],
      values: {
        PUBLIC_URL: publicUrl,
        API_ORIGIN: `http://127.0.0.1:${ports.api}`,
        SESSION_SECRET: secrets.SESSION_SECRET,
        QUOTE_SIGNING_KEY: secrets.QUOTE_SIGNING_KEY,
        ENCRYPTION_KEY: secrets.ENCRYPTION_KEY,
        RECEIPT_SIGNING_KEY: secrets.RECEIPT_SIGNING_KEY,
        CLOCK_RATE: demo ? DEMO_CLOCK_RATE : "1",
        SMPLAT_DEMO: demo ? "1" : "0",
      },
    },
    { given: ["S3_ENDPOINT"], values: { STORAGE_DIRECTORY: join(data, "files") } },
  ];
  return demo ? [...parts, ...sandboxParts({ sandbox, ports, data, secrets })] : parts;
}

const sandboxPages = (ports) => `http://localhost:${ports.sandbox}`;

function sandboxParts({ sandbox, ports, data, secrets }) {
  return [
    {
      given: [],
      values: {
        // Its evidence is published under the name people open it by.
        EGRESS_ORIGINS: `${sandbox},${sandboxPages(ports)}`,
        EGRESS_HOSTS: `mastodon.example=${sandbox}`,
        SANDBOX_URL: sandbox,
        DEMO_LOGINS_FILE: join(data, "demo-logins.json"),
        DEMO_PROVIDERS_FILE: providersFile(data),
      },
    },
    { given: ["SMTP_URL"], values: { SMTP_URL: `smtp://127.0.0.1:${ports.smtp}` } },
    {
      given: ["STRIPE_SECRET_KEY", "STRIPE_API_URL"],
      values: {
        STRIPE_SECRET_KEY: secrets.STRIPE_SECRET_KEY,
        STRIPE_API_URL: sandbox,
        STRIPE_WEBHOOK_SECRET: secrets.STRIPE_WEBHOOK_SECRET,
        CARD_FORM_URL: `http://localhost:${ports.sandbox}/card-form`,
        CARD_FORM_ORIGIN: `http://localhost:${ports.sandbox}`,
      },
    },
    {
      given: ["YOUTUBE_API_KEY", "YOUTUBE_API_URL"],
      values: { YOUTUBE_API_URL: sandbox, YOUTUBE_API_KEY: secrets.YOUTUBE_API_KEY },
    },
    ...platformParts({ sandbox, ports, secrets }),
    { given: ["BLUESKY_API_URL"], values: { BLUESKY_API_URL: `${sandbox}/bluesky` } },
    {
      given: ["NORTHBEAM_API_URL"],
      values: {
        NORTHBEAM_API_URL: `${sandbox}/suppliers/northbeam/v1`,
        NORTHBEAM_API_KEY: secrets.NORTHBEAM_API_KEY,
        NORTHBEAM_WEBHOOK_SECRET: secrets.NORTHBEAM_WEBHOOK_SECRET,
      },
    },
    {
      given: ["QUAYSIDE_API_URL"],
      values: {
        QUAYSIDE_API_URL: `${sandbox}/suppliers/quayside/v1`,
        QUAYSIDE_API_KEY: secrets.QUAYSIDE_API_KEY,
      },
    },
    {
      given: ["ATELIER_API_URL"],
      values: {
        ATELIER_API_URL: `${sandbox}/suppliers/atelier/api`,
        ATELIER_API_KEY: secrets.ATELIER_API_KEY,
        ATELIER_WEBHOOK_SECRET: secrets.ATELIER_WEBHOOK_SECRET,
      },
    },
  ];
}

/** Platforms with credentials, each the other end of the sandbox's. Owners consent in the browser, so at localhost. */
function platformParts({ sandbox, ports, secrets }) {
  const pages = `http://localhost:${ports.sandbox}`;
  return [
    {
      given: ["INSTAGRAM_TOKEN", "INSTAGRAM_GRAPH_URL"],
      values: {
        INSTAGRAM_GRAPH_URL: `${sandbox}/facebook`,
        INSTAGRAM_ACCOUNT_ID: "17841400000000000",
        INSTAGRAM_TOKEN: secrets.INSTAGRAM_TOKEN,
      },
    },
    {
      given: ["INSTAGRAM_APP_ID", "INSTAGRAM_API_URL"],
      values: {
        INSTAGRAM_APP_ID: "ig_app",
        INSTAGRAM_APP_SECRET: secrets.INSTAGRAM_APP_SECRET,
        INSTAGRAM_LOGIN_URL: `${pages}/instagram`,
        INSTAGRAM_CODE_URL: `${sandbox}/instagram`,
        INSTAGRAM_API_URL: `${sandbox}/instagram`,
      },
    },
    {
      given: ["TIKTOK_CLIENT_KEY", "TIKTOK_API_URL"],
      values: {
        TIKTOK_CLIENT_KEY: "tt_app",
        TIKTOK_CLIENT_SECRET: secrets.TIKTOK_CLIENT_SECRET,
        TIKTOK_LOGIN_URL: `${pages}/tiktok`,
        TIKTOK_API_URL: `${sandbox}/tiktok`,
      },
    },
    {
      given: ["X_BEARER_TOKEN", "X_API_URL"],
      values: { X_BEARER_TOKEN: secrets.X_BEARER_TOKEN, X_API_URL: `${sandbox}/x` },
    },
    {
      given: ["TWITCH_CLIENT_ID", "TWITCH_API_URL"],
      values: {
        TWITCH_CLIENT_ID: "tw_client",
        TWITCH_CLIENT_SECRET: secrets.TWITCH_CLIENT_SECRET,
        TWITCH_LOGIN_URL: `${sandbox}/twitch`,
        TWITCH_API_URL: `${sandbox}/twitch`,
      },
    },
  ];
}

/** The environment of the server, its commands and the web app: what the user set, completed by our defaults. */
export function programEnvironment(setup, user) {
  const set = Object.fromEntries(Object.entries(user).filter(([, value]) => value !== ""));
  const defaults = defaultsByPart(setup).filter((part) => !part.given.some((name) => name in set));
  return {
    ...Object.assign({}, ...defaults.map((part) => part.values)),
    ...set,
    // The port was checked to be free; a PORT of the surroundings is meant for the shop.
    PORT: String(setup.ports.api),
    API_PORT: String(setup.ports.api),
  };
}

/** Where the seed writes the ids it gave the sandbox's suppliers: `{ "northbeam": "prv_…", "atelier": "prv_…" }`. */
function providersFile(data) {
  return join(data, "demo-providers.json");
}

/** Where the sandbox's suppliers report to: an address that holds the id the shop knows them by. */
export function supplierWebhooks({ data, secrets }, api) {
  const file = providersFile(data);
  const ids = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const target = (id, secret) => (id ? { url: `${api}/webhooks/suppliers/${id}`, secret } : null);
  return {
    northbeam: target(ids.northbeam, secrets.NORTHBEAM_WEBHOOK_SECRET),
    atelier: target(ids.atelier, secrets.ATELIER_WEBHOOK_SECRET),
  };
}

/** The environment of the sandbox: the other end of the same secrets. */
export function sandboxEnvironment({ ports, data, secrets }, user) {
  const api = `http://127.0.0.1:${ports.api}/api/v1`;
  return {
    PATH: user.PATH,
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_SMTP_PORT: String(ports.smtp),
    SANDBOX_PUBLIC_URL: sandboxPages(ports),
    SANDBOX_STATE_FILE: join(data, "sandbox.json"),
    SANDBOX_STRIPE_KEY: secrets.STRIPE_SECRET_KEY,
    SANDBOX_NORTHBEAM_KEY: secrets.NORTHBEAM_API_KEY,
    SANDBOX_ATELIER_KEY: secrets.ATELIER_API_KEY,
    SANDBOX_QUAYSIDE_KEY: secrets.QUAYSIDE_API_KEY,
    SANDBOX_YOUTUBE_KEY: secrets.YOUTUBE_API_KEY,
    SANDBOX_INSTAGRAM_TOKEN: secrets.INSTAGRAM_TOKEN,
    SANDBOX_INSTAGRAM_APP_SECRET: secrets.INSTAGRAM_APP_SECRET,
    SANDBOX_TIKTOK_SECRET: secrets.TIKTOK_CLIENT_SECRET,
    SANDBOX_X_TOKEN: secrets.X_BEARER_TOKEN,
    SANDBOX_TWITCH_SECRET: secrets.TWITCH_CLIENT_SECRET,
    SANDBOX_WEBHOOK_STRIPE_URL: `${api}/webhooks/stripe`,
    SANDBOX_WEBHOOK_STRIPE_SECRET: secrets.STRIPE_WEBHOOK_SECRET,
  };
}
