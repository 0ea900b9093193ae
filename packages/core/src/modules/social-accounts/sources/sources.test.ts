import { type Sandbox, startSandbox } from "@smplat/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOutboundHttp, type OutboundHttp } from "#infrastructure/outbound-http";
import { createSystemClock } from "#kernel/clock";
import type { ReadingOutcome } from "../social-account.ts";
import { createBlueskySource } from "./bluesky.ts";
import type { MetricSource } from "./source.ts";
import { createYoutubeSource, nextPacificMidnight, precisionOf } from "./youtube.ts";

const clock = createSystemClock();
let sandbox: Sandbox;
let http: OutboundHttp;
let youtube: MetricSource;
let bluesky: MetricSource;

beforeAll(async () => {
  sandbox = await startSandbox();
  http = createOutboundHttp({ egressOrigins: [sandbox.url] });
  youtube = createYoutubeSource({ http, clock, apiUrl: sandbox.url, apiKey: "yt_test_key" });
  bluesky = createBlueskySource({ http, clock, apiUrl: `${sandbox.url}/bluesky` });
});
afterAll(async () => {
  http.close();
  await sandbox.stop();
});

const target = (handle: string, platformUserId: string | null = null) => ({ handle, platformUserId });
const kindOf = (outcome: ReadingOutcome) => (outcome.status === "failed" ? outcome.failure.kind : "measured");

function readingOf(outcome: ReadingOutcome) {
  if (outcome.status === "failed") throw new Error(`failed: ${outcome.failure.kind}`);
  return outcome.reading;
}

describe("YouTube", () => {
  test("tells counts of a thousand and more rounded down, and by how much they may be off", async () => {
    await sandbox.control.channels.set("youtube", "roundmaker", { followers: 12_345, growthPerDay: 0 });
    const reading = readingOf(await youtube.read(target("roundmaker")));
    expect(reading).toMatchObject({
      followers: 12_300,
      precision: { kind: "floor3sf", step: 100 },
      source: "youtube-data-api",
      method: "official_api",
      displayName: "Roundmaker",
    });
    expect(reading.platformUserId).toMatch(/^UC/);
    expect(reading.rawHash).toMatch(/^[0-9a-f]{64}$/);
    expect(reading.posts).toBeGreaterThan(0);
    expect(reading.views).toBeGreaterThan(0);
  });

  test("tells small counts exactly", async () => {
    await sandbox.control.channels.set("youtube", "smallmaker", { followers: 987, growthPerDay: 0 });
    expect(readingOf(await youtube.read(target("smallmaker")))).toMatchObject({
      followers: 987,
      precision: { kind: "exact", step: 0 },
    });
  });

  test("finds the channel again by its id, whatever its handle", async () => {
    const { platformUserId } = readingOf(await youtube.read(target("idmaker")));
    expect(readingOf(await youtube.read(target("renamed", platformUserId))).platformUserId).toBe(platformUserId);
    expect(readingOf(await youtube.read(target(platformUserId))).displayName).toBe("Idmaker");
  });

  test.each([
    ["missing-channel", "not_found"],
    ["hidden-channel", "private"],
    ["private-channel", "private"],
    ["suspended-channel", "suspended"],
    ["down-channel", "source_down"],
    ["ratelimited-channel", "rate_limited"],
    ["schemachanged-channel", "schema_changed"],
  ] as const)("%s fails as %s", async (handle, kind) => {
    expect(kindOf(await youtube.read(target(handle)))).toBe(kind);
  });

  test("a spent quota names the next midnight in California as its end", async () => {
    const outcome = await youtube.read(target("ratelimited-channel"));
    const retryAt = outcome.status === "failed" ? outcome.failure.retryAt : null;
    expect(retryAt).toEqual(nextPacificMidnight(clock.wall()));
    expect(nextPacificMidnight(new Date("2026-11-22T09:30:00Z"))).toEqual(new Date("2026-11-23T08:00:00Z"));
    expect(nextPacificMidnight(new Date("2026-07-01T06:59:59Z"))).toEqual(new Date("2026-07-01T07:00:00Z"));
  });

  test("a wrong key is our trouble, not the channel's", async () => {
    const wrong = createYoutubeSource({ http, clock, apiUrl: sandbox.url, apiKey: "wrong" });
    expect(kindOf(await wrong.read(target("maker")))).toBe("auth_expired");
  });

  test("steps follow the digits", () => {
    expect([0, 999, 1_000, 12_300, 1_230_000].map((count) => precisionOf(count).step)).toEqual([0, 0, 10, 100, 10_000]);
  });
});

describe("Bluesky", () => {
  test("tells exact counts and the id that outlives the handle", async () => {
    await sandbox.control.channels.set("bluesky", "maker.bsky.social", { followers: 12_345, growthPerDay: 0 });
    const reading = readingOf(await bluesky.read(target("maker.bsky.social")));
    expect(reading).toMatchObject({ followers: 12_345, views: null, precision: { kind: "exact", step: 0 } });
    expect(reading.platformUserId).toMatch(/^did:plc:/);
    expect(readingOf(await bluesky.read(target("moved.example", reading.platformUserId))).followers).toBe(12_345);
  });

  test.each([
    ["missing.bsky.social", "not_found"],
    ["hidden.bsky.social", "private"],
    ["private.bsky.social", "private"],
    ["suspended.bsky.social", "suspended"],
    ["down.bsky.social", "source_down"],
    ["ratelimited.bsky.social", "rate_limited"],
    ["schemachanged.bsky.social", "schema_changed"],
  ] as const)("%s fails as %s", async (handle, kind) => {
    expect(kindOf(await bluesky.read(target(handle)))).toBe(kind);
  });

  test("a limit names the moment it ends", async () => {
    const outcome = await bluesky.read(target("ratelimited.bsky.social"));
    const retryAt = outcome.status === "failed" ? outcome.failure.retryAt : null;
    expect(retryAt?.getTime()).toBeGreaterThan(clock.wall().getTime());
    expect(retryAt?.getTime()).toBeLessThanOrEqual(clock.wall().getTime() + 301_000);
  });
});

test("a source that is not there at all is down, and an address that is refused asks nobody", async () => {
  const nowhere = createBlueskySource({ http, clock, apiUrl: "http://127.0.0.1:9" });
  expect(kindOf(await nowhere.read(target("maker.bsky.social")))).toBe("source_down");
});
