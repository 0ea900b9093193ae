import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../start-sandbox.ts";
import { callJson, type JsonAnswer } from "../testing/call-json.ts";
import { roundSubscribers } from "./youtube-routes.ts";

interface YoutubeList {
  items?: { id: string; snippet: { customUrl: string; description: string }; statistics?: Record<string, unknown> }[];
  error?: { code: number; errors: { reason: string }[] };
}
interface Profile {
  did: string;
  handle: string;
  followersCount: number;
  error?: string;
  message?: string;
}

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.stop();
});
beforeEach(async () => {
  await callJson(`${sandbox.url}/control/reset`, { method: "POST" });
});

function youtube(query: string, key = "yt_test_key"): Promise<JsonAnswer<YoutubeList>> {
  return callJson(`${sandbox.url}/youtube/v3/channels?part=snippet,statistics&${query}&key=${key}`);
}

function bluesky<T = Profile>(query: string): Promise<JsonAnswer<T>> {
  return callJson(`${sandbox.url}/bluesky/xrpc/app.bsky.actor.${query}`);
}

function setChannel(platform: string, handle: string, json: unknown): Promise<JsonAnswer<unknown>> {
  return callJson(`${sandbox.url}/control/channels/${platform}/${handle}`, { method: "PUT", json });
}

describe("YouTube", () => {
  test.each([
    [0, 0],
    [7, 7],
    [999, 999],
    [1_234, 1_230],
    [98_765, 98_700],
    [1_239_999, 1_230_000],
  ])("%i subscribers are shown as %i: three figures, rounded down", (exact, shown) => {
    expect(roundSubscribers(exact)).toBe(shown);
  });

  test("a handle leads to a channel whose id leads back to it, with the count as rounded text", async () => {
    await setChannel("youtube", "brand", { followers: 12_345, growthPerDay: 0 });
    const byHandle = (await youtube("forHandle=@Brand")).body.items?.[0];
    expect(byHandle?.statistics).toMatchObject({ subscriberCount: "12300", hiddenSubscriberCount: false });
    const byId = (await youtube(`id=${byHandle?.id}`)).body.items?.[0];
    expect(byId?.snippet.customUrl).toBe("@brand");
  });

  test("a hidden count is left out and a missing channel gives no items", async () => {
    const hidden = (await youtube("forHandle=@hiddenone")).body.items?.[0];
    expect(hidden?.statistics).toMatchObject({ hiddenSubscriberCount: true });
    expect(hidden?.statistics).not.toHaveProperty("subscriberCount");
    expect((await youtube("forHandle=@missingone")).body.items).toBeUndefined();
  });

  test.each([
    ["forHandle=@a", "wrong", 400, "keyInvalid"],
    ["forHandle=@ratelimited1", "yt_test_key", 403, "quotaExceeded"],
    ["forHandle=@down1", "yt_test_key", 500, "backendError"],
    ["forHandle=@suspended1", "yt_test_key", 403, "channelSuspended"],
  ])("%s with key %s answers %i %s in Google's shape", async (query, key, status, reason) => {
    const answer = await youtube(query, key);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatchObject({ code: status, errors: [{ reason }] });
  });

  test("the same seed gives the same channel on another sandbox", async () => {
    const other = await startSandbox();
    const here = (await youtube("forHandle=@lofi")).body.items?.[0]?.id;
    const there = await callJson<YoutubeList>(
      `${other.url}/youtube/v3/channels?part=snippet&forHandle=lofi&key=yt_test_key`,
    );
    await other.stop();
    expect(there.body.items?.[0]?.id).toBe(here);
  });
});

test("an owner's settings page changes what the platform says of the channel", async () => {
  const settings = `${sandbox.url}/channels/youtube/mara`;
  const save = (fields: Record<string, string>) =>
    fetch(settings, { method: "POST", body: new URLSearchParams(fields) });
  expect((await save({ bio: "Mara paints. smplat-abc", links: "https://mara.example/me" })).status).toBe(200);
  expect(await (await fetch(settings)).text()).toContain("smplat-abc");
  const { body } = await youtube("forHandle=mara");
  expect(body.items?.[0]?.snippet.description).toBe("Mara paints. smplat-abc");
  expect((await save({ bio: "", links: "not an address" })).status).toBe(422);
  expect((await fetch(`${sandbox.url}/channels/nowhere/mara`)).status).toBe(404);
});

describe("Bluesky", () => {
  test("a profile is found by handle and by did, with its exact count and the limit's headers", async () => {
    await setChannel("bluesky", "ada.bsky.social", { followers: 4_321, growthPerDay: 0 });
    const byHandle = await bluesky("getProfile?actor=ada.bsky.social");
    expect(byHandle.body).toMatchObject({ handle: "ada.bsky.social", followersCount: 4_321 });
    expect(Number(byHandle.headers.get("ratelimit-remaining"))).toBeGreaterThan(0);
    const byDid = await bluesky(`getProfile?actor=${byHandle.body.did}`);
    expect(byDid.body.handle).toBe("ada.bsky.social");
  });

  test.each([
    ["missing.bsky.social", 400, "InvalidRequest"],
    ["suspended.bsky.social", 400, "AccountTakedown"],
    ["down.bsky.social", 502, "UpstreamFailure"],
    ["ratelimited.bsky.social", 429, "RateLimitExceeded"],
    ["nodot", 400, "InvalidRequest"],
  ])("%s answers %i %s", async (actor, status, error) => {
    const answer = await bluesky(`getProfile?actor=${actor}`);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBe(error);
  });

  test("a list leaves out who is gone", async () => {
    const { body } = await bluesky<{ profiles: Profile[] }>(
      "getProfiles?actors=ada.bsky.social&actors=missing.bsky.social",
    );
    expect(body.profiles.map((profile) => profile.handle)).toEqual(["ada.bsky.social"]);
  });
});

test("followers are a function of business time: the same moment gives the same number", async () => {
  const clock = (json: unknown) => callJson(`${sandbox.url}/control/clock`, { method: "PUT", json });
  const count = async () => (await bluesky("getProfile?actor=ada.bsky.social")).body.followersCount;
  await clock({ business: "2026-06-01T12:00:00Z", rate: 0 });
  const june = await count();
  await clock({ business: "2026-12-01T12:00:00Z", rate: 0 });
  const december = await count();
  expect(december).toBeGreaterThan(june);
  await clock({ business: "2026-06-01T12:00:00Z", rate: 0 });
  expect(await count()).toBe(june);
});
