import { type Sandbox, type SandboxPlatform, startSandbox } from "@smplat/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createOutboundHttp, type OutboundHttp } from "#infrastructure/outbound-http";
import { createSystemClock } from "#kernel/clock";
import type { ReadingOutcome } from "../social-account.ts";
import { createInstagramDiscoverySource } from "./instagram-discovery.ts";
import { createMastodonSource } from "./mastodon.ts";
import type { MetricSource } from "./source.ts";
import { createTwitchSource } from "./twitch.ts";
import { createXSource } from "./x.ts";

const clock = createSystemClock();
let sandbox: Sandbox;
let http: OutboundHttp;
let sources: Record<"instagram" | "x" | "mastodon" | "twitch", MetricSource>;

beforeAll(async () => {
  sandbox = await startSandbox();
  http = createOutboundHttp({
    egressOrigins: [sandbox.url],
    egressHosts: { "mastodon.example": sandbox.url, "other.example": sandbox.url },
  });
  sources = sourcesWith("right");
});
beforeEach(() => sandbox.control.reset());
afterAll(async () => {
  http.close();
  await sandbox.stop();
});

function sourcesWith(credential: "right" | "wrong") {
  const key = (right: string) => (credential === "right" ? right : "wrong");
  const graph = { graphUrl: `${sandbox.url}/facebook`, accountId: "17841400000000000" };
  const twitch = { clientId: "tw_client", loginUrl: `${sandbox.url}/twitch`, apiUrl: `${sandbox.url}/twitch` };
  return {
    instagram: createInstagramDiscoverySource({ http, clock, ...graph, token: key("ig_test_token") }),
    x: createXSource({ http, clock, apiUrl: `${sandbox.url}/x`, bearerToken: key("x_test_token") }),
    mastodon: createMastodonSource({ http, clock }),
    twitch: createTwitchSource({ http, clock, ...twitch, clientSecret: key("tw_test_secret") }),
  };
}

const names = { instagram: "maker", x: "maker", mastodon: "maker@mastodon.example", twitch: "maker" } as const;
const platforms = Object.keys(names) as (keyof typeof names)[];
const target = (handle: string, platformUserId: string | null = null) => ({ handle, platformUserId });
const kindOf = (outcome: ReadingOutcome) => (outcome.status === "failed" ? outcome.failure.kind : "measured");

function readingOf(outcome: ReadingOutcome) {
  if (outcome.status === "failed") throw new Error(`failed: ${outcome.failure.kind}`);
  return outcome.reading;
}

describe.each(platforms)("%s", (platform) => {
  test("tells the exact count, and what is left of the allowance", async () => {
    await sandbox.control.channels.set(platform, names[platform], { followers: 12_345, growthPerDay: 0 });
    const outcome = await sources[platform].read(target(names[platform]));
    expect(readingOf(outcome)).toMatchObject({
      followers: 12_345,
      precision: { kind: "exact", step: 0 },
      method: "official_api",
      source: sources[platform].id,
    });
    expect(readingOf(outcome).rawHash).toMatch(/^[0-9a-f]{64}$/);
    expect(outcome.allowance?.remaining).toBeGreaterThan(10);
    expect(outcome.allowance?.resetAt.getTime()).toBeGreaterThan(clock.wall().getTime() - 2_000);
  });

  test("a platform that is down, changed, or limits us is told apart", async () => {
    const asked = async (mode: Parameters<typeof sandbox.control.platforms.set>[1]) => {
      await sandbox.control.platforms.set(platform satisfies SandboxPlatform, mode);
      return sources[platform].read(target(names[platform]));
    };
    expect(kindOf(await asked("down"))).toBe("source_down");
    expect(kindOf(await asked("schema_changed"))).toBe("schema_changed");
    const limited = await asked("rate_limited");
    expect(kindOf(limited)).toBe("rate_limited");
    expect(limited.status === "failed" && limited.failure.retryAt?.getTime()).toBeGreaterThan(clock.wall().getTime());
    expect(limited.allowance?.remaining).toBe(0);
  });
});

test.each([
  ["instagram", "missing_one", "consent_required"],
  ["instagram", "private_one", "consent_required"],
  ["x", "missing_one", "not_found"],
  ["x", "suspended_one", "suspended"],
  ["x", "private_one", "private"],
  ["mastodon", "missing@mastodon.example", "not_found"],
  ["mastodon", "hidden@mastodon.example", "private"],
  ["mastodon", "suspended@mastodon.example", "suspended"],
  ["twitch", "missing_one", "not_found"],
  ["twitch", "suspended_one", "not_found"],
] as const)("%s: %s fails as %s", async (platform, handle, kind) => {
  expect(kindOf(await sources[platform].read(target(handle)))).toBe(kind);
});

test.each(["instagram", "x", "twitch"] as const)("%s: a wrong credential is our trouble", async (platform) => {
  expect(kindOf(await sourcesWith("wrong")[platform].read(target(names[platform])))).toBe("auth_expired");
});

test.each(["x", "mastodon", "twitch"] as const)(
  "%s: the id leads to the channel whatever its name",
  async (platform) => {
    const first = readingOf(await sources[platform].read(target(names[platform])));
    const renamed = platform === "mastodon" ? "renamed@mastodon.example" : "renamed";
    const again = readingOf(await sources[platform].read(target(renamed, first.platformUserId)));
    expect(again.platformUserId).toBe(first.platformUserId);
  },
);

describe("Mastodon servers", () => {
  test("each is asked for its own accounts", async () => {
    await sandbox.control.channels.set("mastodon", "eva@mastodon.example", { followers: 100, growthPerDay: 0 });
    await sandbox.control.channels.set("mastodon", "eva@other.example", { followers: 900, growthPerDay: 0 });
    expect(readingOf(await sources.mastodon.read(target("eva@mastodon.example"))).followers).toBe(100);
    expect(readingOf(await sources.mastodon.read(target("eva@other.example"))).followers).toBe(900);
    expect(sources.mastodon.bucketOf?.(target("eva@other.example"))).toBe("other.example");
  });

  test.each(["eva@127.0.0.1", "eva@[::1]", "eva@169.254.169.254", "eva@10.0.0.8", "eva@localhost"])(
    "%s leads into our own network and is never asked",
    async (handle) => {
      expect(kindOf(await sources.mastodon.read(target(handle)))).toBe("source_down");
    },
  );
});

test("Mastodon: what an account says of itself comes as plain text, with the links that were found to lead back", async () => {
  const links = ["https://shop.example/me?a=1&b=2"];
  const channel = { bio: "Maker & <friend>", links: ["https://maker.example/"], verifiedLinks: links };
  await sandbox.control.channels.set("mastodon", "about@mastodon.example", channel);
  expect(readingOf(await sources.mastodon.read(target("about@mastodon.example"))).about).toEqual({
    handle: "about@mastodon.example",
    bio: "Maker & <friend>\n",
    links: ["https://maker.example/", ...links],
    verifiedLinks: links,
  });
});

test("Twitch: a token that was ended early is replaced once, without anybody noticing", async () => {
  expect(kindOf(await sources.twitch.read(target("maker")))).toBe("measured");
  await sandbox.control.reset();
  expect(kindOf(await sources.twitch.read(target("maker")))).toBe("measured");
});
