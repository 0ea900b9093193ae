import { adminMetrics, auth, metrics } from "@smplat/contracts";
import {
  createTestCore,
  createTestVisitor,
  newAccount,
  platformEnvironment,
  refusal,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { Hono } from "hono";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { authRoutes } from "../auth/routes.ts";
import { serveContract } from "../serve-contract.ts";
import { adminMetricRoutes } from "./admin-routes.ts";
import { metricRoutes } from "./routes.ts";

const contract = { auth, metrics, adminMetrics };
let sandbox: Sandbox;
let shop: TestCore;
let app: Hono;
type Staff = ReturnType<typeof visitor>;
let operator: Staff;
let admin: Staff;

const visitor = () => createTestVisitor(app, contract);

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore(platformEnvironment(sandbox.url));
  app = new Hono();
  serveContract(app, shop.core, contract, {
    auth: authRoutes(shop.core),
    metrics: metricRoutes(shop.core),
    adminMetrics: adminMetricRoutes(shop.core),
  });
  operator = await signIn("operator");
  admin = await signIn("admin");
});
beforeEach(() => sandbox.control.reset());
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop?.close();
  await sandbox?.stop();
});

async function signIn(role: "operator" | "admin" | "customer"): Promise<Staff> {
  const { email, password } = await newAccount(shop.core, role);
  const person = visitor();
  await person.api.auth.signIn({ body: { email, password } });
  return person;
}

const inDays = (days: number) => new Date(shop.clock.now().getTime() + days * 86_400_000).toISOString();
const draft = (handle: string) => ({
  ...({ platform: "tiktok", handle, followers: 8_800 } as const),
  evidenceText: "Screenshot of the profile, seen with the owner on a call",
  reason: "The owner can't connect today",
  expiresAt: inDays(14),
});
const attest = (person: Staff, handle: string) =>
  person.api.adminMetrics.attest({ body: draft(handle), idempotencyKey: crypto.randomUUID() });

describe("POST /admin/accounts/validate", () => {
  test("200 tells the reading, its source, precision and what is left to ask", async () => {
    await sandbox.control.channels.set("youtube", "seen", { followers: 12_345, growthPerDay: 0 });
    const body = { platform: "youtube", handle: "https://youtube.com/@Seen" } as const;
    expect(await operator.api.adminMetrics.diagnose({ body })).toMatchObject({
      ...{ handle: "seen", result: "measured", source: "youtube-data-api", failure: null, retry: null },
      reading: { followers: 12_300, precision: { kind: "floor3sf", step: 100 }, method: "official_api" },
      sources: [{ id: "youtube-data-api", breaker: "closed", spentTodayUsd: null }],
    });
  });

  test("200 tells a failure with the customer's words and what becomes of it, and keeps nothing", async () => {
    const body = { platform: "bluesky", handle: "down.bsky.social" } as const;
    expect(await operator.api.adminMetrics.diagnose({ body })).toMatchObject({
      ...{ result: "failed", source: "bluesky-appview", reading: null },
      failure: { kind: "source_down", title: "The platform does not answer" },
      retry: { byItself: true, rememberedMs: 0 },
    });
    const { rows } = await shop.core.database.pool.query("select 1 from social_accounts where handle like 'down%'");
    expect(rows).toHaveLength(0);
  });

  test("401 and 403 for everybody but staff", async () => {
    const body = { platform: "bluesky", handle: "maker" } as const;
    expect(await refusal(visitor().api.adminMetrics.diagnose({ body }))).toMatchObject({ status: 401 });
    const customer = await signIn("customer");
    expect(await refusal(customer.api.adminMetrics.diagnose({ body }))).toMatchObject({ status: 403 });
  });

  test("422 for what can't be a handle", async () => {
    const call = operator.api.adminMetrics.diagnose({ body: { platform: "x", handle: "two words" } });
    expect(await refusal(call)).toMatchObject({ code: "channel.handle-invalid" });
  });
});

test("GET /admin/metric-sources: 200 tells how each source does, and which platforms have none", async () => {
  await sandbox.control.platforms.set("twitch", "down");
  await operator.api.adminMetrics.diagnose({ body: { platform: "twitch", handle: "streamer" } });
  const { sources, withoutSource } = await operator.api.adminMetrics.sources({});
  expect(withoutSource).toEqual([]);
  expect(sources.find(({ id }) => id === "twitch-helix")).toMatchObject({
    ...{ platform: "twitch", method: "official_api", breaker: "closed" },
    failures: [{ kind: "source_down", count: 1 }],
  });
  expect(sources.map(({ id }) => id)).not.toContain("scraper-tiktok");
});

describe("attestations", () => {
  test("201 entered by one, 403 confirmed by the same, 200 by another: then a shopper's channel is measured by hand", async () => {
    const entered = await attest(operator, "@Studio");
    expect(entered).toMatchObject({ state: "proposed", handle: "studio", decidedBy: null });
    const params = { attestationId: entered.id };
    const own = operator.api.adminMetrics.decideAttestation({ params, body: { decision: "confirm" } });
    expect(await refusal(own)).toMatchObject({ status: 403, code: "attestation.own-review" });
    const live = await admin.api.adminMetrics.decideAttestation({ params, body: { decision: "confirm" } });
    expect(live.state).toBe("live");
    const body = { platform: "tiktok", handle: "studio" } as const;
    const validated = await visitor().api.metrics.validateAccount({ body });
    expect(validated).toMatchObject({ status: "measured", snapshot: { followers: 8_800, method: "manual" } });
    expect((await operator.api.adminMetrics.diagnose({ body })).attestation?.id).toBe(entered.id);
  });

  test("200 revoked with a reason, 409 a second time", async () => {
    const { id } = await attest(operator, "revoked");
    const params = { attestationId: id };
    await admin.api.adminMetrics.decideAttestation({ params, body: { decision: "confirm" } });
    const body = { reason: "It was another channel" };
    const revoked = await operator.api.adminMetrics.revokeAttestation({ params, body });
    expect(revoked).toMatchObject({ state: "revoked", endReason: body.reason });
    const { items } = await admin.api.adminMetrics.attestations({ query: { state: "revoked" } });
    const entry = items.find((item) => item.id === id);
    expect(entry?.names[entry.endedBy ?? ""], "who ended it has a name").toEqual(expect.any(String));
    const again = operator.api.adminMetrics.revokeAttestation({ params, body });
    expect(await refusal(again)).toMatchObject({ status: 409, code: "attestation.decided" });
  });

  test("200 lists by state, page by page", async () => {
    for (const handle of ["page1", "page2", "page3"]) await attest(operator, handle);
    const first = await admin.api.adminMetrics.attestations({ query: { state: "proposed", limit: "2" } });
    expect(first.items.map(({ handle }) => handle)).toEqual(["page3", "page2"]);
    const cursor = first.nextCursor ?? "";
    const second = await admin.api.adminMetrics.attestations({ query: { state: "proposed", limit: "2", cursor } });
    expect(second.items[0]?.handle).toBe("page1");
  });

  test("404 for one that is not there, 400 without a key, 422 for evidence that is none and an end in the past", async () => {
    const params = { attestationId: `att_${"0".repeat(26)}` };
    const missing = operator.api.adminMetrics.decideAttestation({ params, body: { decision: "confirm" } });
    expect(await refusal(missing)).toMatchObject({ status: 404 });
    const keyless = await operator.send("POST", "/admin/attestations", draft("keyless"));
    expect(keyless.status).toBe(400);
    const send = (body: object) =>
      refusal(
        operator.api.adminMetrics.attest({ body: { ...draft("wrong"), ...body }, idempotencyKey: crypto.randomUUID() }),
      );
    expect(await send({ evidenceText: "seen" })).toMatchObject({ status: 422, code: "request.invalid" });
    expect(await send({ evidenceUrl: "javascript:alert(1)" })).toMatchObject({ status: 422 });
    expect(await send({ expiresAt: inDays(-1) })).toMatchObject({ status: 422, code: "attestation.invalid" });
  });
});
