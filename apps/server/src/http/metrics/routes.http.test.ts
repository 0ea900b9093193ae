import { auth, metrics } from "@smplat/contracts";
import {
  createTestCore,
  createTestVisitor,
  newAccount,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { Hono } from "hono";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { authRoutes } from "../auth/routes.ts";
import { serveContract } from "../serve-contract.ts";
import { metricRoutes } from "./routes.ts";

const contract = { auth, metrics };
let sandbox: Sandbox;
let shop: TestCore;
let app: Hono;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({
    EGRESS_ORIGINS: sandbox.url,
    YOUTUBE_API_URL: sandbox.url,
    YOUTUBE_API_KEY: "yt_test_key",
    BLUESKY_API_URL: `${sandbox.url}/bluesky`,
  });
  app = new Hono();
  serveContract(app, shop.core, contract, { auth: authRoutes(shop.core), metrics: metricRoutes(shop.core) });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop?.close();
  await sandbox?.stop();
});

const visitor = () => createTestVisitor(app, contract);

describe("POST /metrics/accounts/validate", () => {
  test("200 for a stranger measures the channel and makes them its owner", async () => {
    await sandbox.control.channels.set("youtube", "httpmaker", { followers: 4_567, growthPerDay: 0 });
    const stranger = visitor();
    const answer = await stranger.api.metrics.validateAccount({ body: { platform: "youtube", handle: "@HttpMaker" } });
    expect(answer).toMatchObject({
      status: "measured",
      account: { platform: "youtube", handle: "httpmaker", profileUrl: "https://www.youtube.com/@httpmaker" },
      snapshot: { followers: 4_560, precision: { kind: "floor3sf", step: 10 }, method: "official_api" },
      failure: null,
    });
    expect(stranger.cookies.has("smplat_guest")).toBe(true);
    const again = await stranger.api.metrics.validateAccount({ body: { platform: "youtube", handle: "httpmaker" } });
    expect(again.account?.id).toBe(answer.account?.id);
  });

  test("200 tells in the shopper's language why a channel can't be read", async () => {
    const body = { platform: "bluesky", handle: "missing.bsky.social", locale: "de" } as const;
    expect(await visitor().api.metrics.validateAccount({ body })).toEqual({
      status: "failed",
      account: null,
      snapshot: null,
      failure: {
        kind: "not_found",
        title: "Wir finden diesen Kanal nicht",
        remedy: "Prüfe die Schreibweise oder füge den Link zum Profil ein.",
        retryAt: null,
      },
    });
  });

  test("200 says that a platform without a source is not measured yet", async () => {
    const body = { platform: "instagram", handle: "studio.nord" } as const;
    expect(await visitor().api.metrics.validateAccount({ body })).toMatchObject({
      status: "not_measured",
      account: { handle: "studio.nord" },
      snapshot: null,
      failure: null,
    });
  });

  test("200 for staff, who own nothing and become no guest", async () => {
    const { email, password } = await newAccount(shop.core, "operator");
    const operator = visitor();
    await operator.api.auth.signIn({ body: { email, password } });
    const answer = await operator.api.metrics.validateAccount({ body: { platform: "bluesky", handle: "staff-look" } });
    expect(answer.status).toBe("measured");
    expect(operator.cookies.has("smplat_guest")).toBe(false);
  });

  test("422 for what can't be a handle of that platform, naming the field", async () => {
    const answer = await visitor().send("POST", "/metrics/accounts/validate", {
      platform: "instagram",
      handle: "https://evil.example/instagram.com",
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "channel.handle-invalid" });
  });

  test("422 for a NUL, an unknown platform and an unknown field", async () => {
    for (const body of [
      { platform: "youtube", handle: "a\u0000b" },
      { platform: "myspace", handle: "tom" },
      { platform: "youtube", handle: "maker", followers: 1_000_000 },
    ]) {
      const answer = await visitor().send("POST", "/metrics/accounts/validate", body);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ code: "request.invalid" });
    }
  });
});
