import { type Sandbox, startSandbox } from "@smplat/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOutboundHttp, type OutboundHttp } from "#infrastructure/outbound-http";
import { createSystemClock } from "#kernel/clock";
import type { ReadingOutcome } from "../social-account.ts";
import { createInstagramOwnerSource } from "./instagram-owner.ts";
import type { ConsentOutcome, MetricSource, OwnerConsent } from "./source.ts";
import { createTiktokOwnerSource } from "./tiktok-owner.ts";

const clock = createSystemClock();
const redirectUri = "http://localhost:3000/account/channels/connected";
let sandbox: Sandbox;
let http: OutboundHttp;
let sources: Record<"instagram" | "tiktok", MetricSource>;

beforeAll(async () => {
  sandbox = await startSandbox();
  http = createOutboundHttp({ egressOrigins: [sandbox.url] });
  const instagram = `${sandbox.url}/instagram`;
  const tiktok = `${sandbox.url}/tiktok`;
  sources = {
    instagram: createInstagramOwnerSource({
      ...{ http, clock, appId: "ig_app", appSecret: "ig_test_secret" },
      ...{ loginUrl: instagram, codeUrl: instagram, apiUrl: instagram },
    }),
    tiktok: createTiktokOwnerSource({
      ...{ http, clock, clientKey: "tt_app", clientSecret: "tt_test_secret" },
      ...{ loginUrl: tiktok, apiUrl: tiktok },
    }),
  };
});
afterAll(async () => {
  http.close();
  await sandbox.stop();
});

function consentOf(platform: "instagram" | "tiktok"): OwnerConsent {
  const { consent } = sources[platform];
  if (consent === undefined) throw new Error("no consent");
  return consent;
}

/** What the owner's browser does: opens the dialog, answers it, and is sent back. */
async function answerDialog(address: string, answer: "allow" | "deny", handle: string): Promise<URL> {
  const page = await fetch(address);
  expect(page.status).toBe(200);
  const url = new URL(address);
  const body = new URLSearchParams([...url.searchParams, ["handle", handle], ["answer", answer]]);
  const sent = await fetch(`${url.origin}${url.pathname}`, { method: "POST", body, redirect: "manual" });
  expect(sent.status).toBe(303);
  return new URL(sent.headers.get("location") ?? "");
}

async function connect(platform: "instagram" | "tiktok", handle: string, scopes?: string[]): Promise<ConsentOutcome> {
  const request = { state: "s1", redirectUri, codeChallenge: "challenge", ...(scopes === undefined ? {} : { scopes }) };
  const back = await answerDialog(consentOf(platform).authorizeUrl(request), "allow", handle);
  expect(back.searchParams.get("state")).toBe("s1");
  return consentOf(platform).exchange({ code: back.searchParams.get("code") ?? "", codeVerifier: "v", redirectUri });
}

function tokensOf(outcome: ConsentOutcome) {
  if (!outcome.ok) throw new Error(`refused: ${outcome.failure.kind}`);
  return outcome.tokens;
}

const target = (accessToken: string) => ({ handle: "ignored", platformUserId: null, accessToken });
const kindOf = (outcome: ReadingOutcome) => (outcome.status === "failed" ? outcome.failure.kind : "measured");

describe.each(["instagram", "tiktok"] as const)("%s", (platform) => {
  test("an owner who allows it is read exactly, as the channel they signed in to", async () => {
    await sandbox.control.channels.set(platform, "owner", { followers: 4_321, growthPerDay: 0 });
    const outcome = await connect(platform, "owner");
    expect(outcome).toMatchObject({ ok: true, identity: { handle: "owner", displayName: "Owner" } });
    const tokens = tokensOf(outcome);
    expect(tokens.expiresAt?.getTime()).toBeGreaterThan(clock.wall().getTime() + 80_000_000);
    const reading = await sources[platform].read(target(tokens.accessToken));
    expect(reading).toMatchObject({ status: "measured", reading: { followers: 4_321, method: "owner_oauth" } });
  });

  test("an owner who denies it is sent back without a code", async () => {
    const address = consentOf(platform).authorizeUrl({ state: "s2", redirectUri, codeChallenge: "c" });
    const back = await answerDialog(address, "deny", "owner");
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: "access_denied", state: "s2" });
    expect(back.searchParams.has("code")).toBe(false);
  });

  test("a code works once, and for its own address only", async () => {
    const address = consentOf(platform).authorizeUrl({ state: "s3", redirectUri, codeChallenge: "c" });
    const code = (await answerDialog(address, "allow", "once")).searchParams.get("code") ?? "";
    const elsewhere = await consentOf(platform).exchange({ code, codeVerifier: "v", redirectUri: "http://x.example/" });
    expect(elsewhere).toMatchObject({ ok: false, failure: { kind: "auth_expired" } });
    expect((await consentOf(platform).exchange({ code, codeVerifier: "v", redirectUri })).ok).toBe(false);
  });

  test("a consent can be renewed, and renewed again", async () => {
    const first = tokensOf(await connect(platform, "renewer"));
    const second = await consentOf(platform).refresh(first.refreshToken ?? "");
    if (!second.ok) throw new Error("not renewed");
    expect(second.tokens.accessToken).not.toBe(first.accessToken);
    expect(kindOf(await sources[platform].read(target(second.tokens.accessToken)))).toBe("measured");
    expect((await consentOf(platform).refresh(second.tokens.refreshToken ?? "")).ok).toBe(true);
  });

  test("a consent the owner took back is over, for reading and for renewing", async () => {
    const tokens = tokensOf(await connect(platform, "leaver"));
    await sandbox.control.channels.withdrawConsent(platform, "leaver");
    expect(kindOf(await sources[platform].read(target(tokens.accessToken)))).toBe("auth_expired");
    const renewed = await consentOf(platform).refresh(tokens.refreshToken ?? "");
    expect(renewed).toMatchObject({ ok: false, failure: { kind: "auth_expired" } });
  });

  test.each([
    ["down_owner", "source_down"],
    ["ratelimited_owner", "rate_limited"],
  ] as const)("%s can't be connected now: %s", async (handle, kind) => {
    expect(await connect(platform, handle)).toMatchObject({ ok: false, failure: { kind } });
  });
});

test("TikTok: a refresh token works once", async () => {
  const tokens = tokensOf(await connect("tiktok", "single"));
  expect((await consentOf("tiktok").refresh(tokens.refreshToken ?? "")).ok).toBe(true);
  expect(await consentOf("tiktok").refresh(tokens.refreshToken ?? "")).toMatchObject({
    failure: { kind: "auth_expired" },
  });
});

test("TikTok: an owner who did not allow the counts has to consent to them", async () => {
  expect(await connect("tiktok", "shy", ["user.info.basic"])).toMatchObject({
    ok: false,
    failure: { kind: "consent_required" },
  });
});

test("TikTok is told when a consent ends; Instagram has no way to be told", async () => {
  const tiktok = tokensOf(await connect("tiktok", "ender"));
  expect(await consentOf("tiktok").revoke(tiktok.accessToken)).toBe(true);
  expect(kindOf(await sources.tiktok.read(target(tiktok.accessToken)))).toBe("auth_expired");
  const instagram = tokensOf(await connect("instagram", "ender"));
  expect(await consentOf("instagram").revoke(instagram.accessToken)).toBe(false);
});

test("Instagram: an owner's private account is read with their consent", async () => {
  const tokens = tokensOf(await connect("instagram", "private_owner"));
  expect(kindOf(await sources.instagram.read(target(tokens.accessToken)))).toBe("measured");
});
