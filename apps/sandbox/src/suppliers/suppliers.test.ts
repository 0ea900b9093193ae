import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../start-sandbox.ts";
import { callJson, type JsonAnswer } from "../testing/call-json.ts";
import { type RequestRecorder, recordRequests } from "../testing/record-requests.ts";

const hourMs = 3_600_000;
const northbeamSecret = `whsec_${Buffer.from("a secret of twenty-four bytes!!!").toString("base64")}`;

interface Campaign {
  id: string;
  status: string;
  ordered: number;
  delivered: number;
  evidence: { delivered: number; url: string }[];
}
interface Job {
  job_no: string;
  state: string;
  units_total: string;
  units_done: string;
  files: { url: string }[];
}
interface Orders {
  orders: { id: string; submits: number; ordersForReference: number }[];
}

let sandbox: Sandbox;
let northbeamHook: RequestRecorder;
let atelierHook: RequestRecorder;

beforeAll(async () => {
  northbeamHook = await recordRequests();
  atelierHook = await recordRequests();
  sandbox = await startSandbox({
    webhooks: {
      northbeam: { url: northbeamHook.url, secret: northbeamSecret },
      atelier: { url: atelierHook.url, secret: "atelier-secret" },
    },
  });
});

afterAll(async () => {
  await sandbox.stop();
  await Promise.all([northbeamHook.stop(), atelierHook.stop()]);
});

beforeEach(async () => {
  await control("/reset", "POST");
  // A still clock: time passes only where a test lets it.
  await control("/clock", "PUT", { rate: 0 });
  northbeamHook.requests.length = 0;
  atelierHook.requests.length = 0;
});

async function control<T>(path: string, method: string, json?: unknown): Promise<T> {
  const { status, body } = await callJson<T>(`${sandbox.url}/control${path}`, { method, json });
  expect(status).toBeLessThan(300);
  return body;
}

function northbeam<T = { campaign: Campaign }>(
  path: string,
  json?: unknown,
  headers: Record<string, string> = {},
): Promise<JsonAnswer<T>> {
  return callJson<T>(`${sandbox.url}/suppliers/northbeam/v1${path}`, {
    method: json === undefined ? "GET" : "POST",
    json,
    headers: { authorization: "Bearer nb_test_key", ...headers },
  });
}

function atelier<T = { ok: boolean; job: Job; error?: string }>(
  path: string,
  form?: Record<string, string>,
): Promise<JsonAnswer<T>> {
  return callJson<T>(`${sandbox.url}/suppliers/atelier/api${path}`, {
    method: form ? "POST" : "GET",
    headers: { "x-api-key": "at_test_key", "content-type": "application/x-www-form-urlencoded" },
    ...(form ? { body: new URLSearchParams(form).toString() } : {}),
  });
}

const campaign = {
  reference: "att_1",
  service: "ads-traffic",
  quantity: 1_000,
  target: { platform: "youtube", handle: "@brand" },
  pacing: { hours: 24 },
};
const job = { client_ref: "att_1", service_code: "short-video", units: "10", channel: "youtube:@brand", brief: "Hi" };

async function evidenceStatus(url: string): Promise<number> {
  const response = await fetch(`${sandbox.url}${new URL(url).pathname}`);
  await response.text();
  return response.status;
}

describe("Northbeam", () => {
  test("the same idempotency key makes one campaign, another body under it is refused", async () => {
    const key = { "idempotency-key": "k1" };
    const first = await northbeam("/campaigns", campaign, key);
    const second = await northbeam("/campaigns", campaign, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.campaign.id).toBe(first.body.campaign.id);
    expect((await northbeam("/campaigns", { ...campaign, quantity: 2_000 }, key)).status).toBe(409);
    const { orders } = await control<Orders>("/suppliers/northbeam/orders", "GET");
    expect(orders).toMatchObject([{ id: first.body.campaign.id, submits: 3, ordersForReference: 1 }]);
  });

  test("units arrive over the paced hours, never fall, and end complete with evidence that adds up", async () => {
    const { id } = (await northbeam("/campaigns", campaign)).body.campaign;
    const read = async () => (await northbeam(`/campaigns/${id}`)).body.campaign;
    expect(await read()).toMatchObject({ status: "accepted", delivered: 0, evidence: [] });
    const series: number[] = [];
    for (let step = 0; step < 25; step += 1) {
      await control("/clock/advance", "POST", { ms: hourMs });
      series.push((await read()).delivered);
    }
    expect(series).toEqual(series.toSorted((left, right) => left - right));
    const middle = series[12] ?? 0;
    expect(middle).toBeGreaterThan(300);
    expect(middle).toBeLessThan(700);
    const done = await read();
    expect(done).toMatchObject({ status: "completed", delivered: 1_000 });
    expect(done.evidence.reduce((sum, entry) => sum + entry.delivered, 0)).toBe(1_000);
    expect(await evidenceStatus(done.evidence[0]?.url ?? "")).toBe(200);
  });

  test("webhooks are Standard Webhooks and end with campaign.completed", async () => {
    await northbeam("/campaigns", campaign);
    await control("/clock/advance", "POST", { ms: 12 * hourMs });
    await control("/clock/advance", "POST", { ms: 24 * hourMs });
    const events = northbeamHook.requests.map(
      ({ body, headers }) => new Webhook(northbeamSecret).verify(body, headers) as { type: string },
    );
    expect(events.map((event) => event.type)).toEqual(["campaign.progress", "campaign.completed"]);
  });

  test("short: the campaign ends short and a make-good completes it", async () => {
    await control("/suppliers/northbeam", "PUT", { mode: "short", shortShare: 0.7 });
    const { id } = (await northbeam("/campaigns", campaign)).body.campaign;
    await control("/clock/advance", "POST", { ms: 48 * hourMs });
    expect((await northbeam(`/campaigns/${id}`)).body.campaign).toMatchObject({ status: "short", delivered: 700 });
    await control("/suppliers/northbeam", "PUT", { mode: "normal" });
    expect((await northbeam(`/campaigns/${id}/make-good`, { quantity: 300 })).status).toBe(201);
    await control("/clock/advance", "POST", { ms: 48 * hourMs });
    expect((await northbeam(`/campaigns/${id}`)).body.campaign).toMatchObject({
      status: "completed",
      delivered: 1_000,
    });
  });

  test("stall: nothing moves until the supplier works again", async () => {
    const { id } = (await northbeam("/campaigns", campaign)).body.campaign;
    await control("/clock/advance", "POST", { ms: 10 * hourMs });
    await control("/suppliers/northbeam", "PUT", { mode: "stall" });
    const before = (await northbeam(`/campaigns/${id}`)).body.campaign.delivered;
    await control("/clock/advance", "POST", { ms: 100 * hourMs });
    expect((await northbeam(`/campaigns/${id}`)).body.campaign.delivered).toBe(before);
    await control("/suppliers/northbeam", "PUT", { mode: "normal" });
    await control("/clock/advance", "POST", { ms: 20 * hourMs });
    expect((await northbeam(`/campaigns/${id}`)).body.campaign.status).toBe("completed");
  });

  test("a canceled campaign keeps what it delivered and delivers no more", async () => {
    const { id } = (await northbeam("/campaigns", campaign)).body.campaign;
    await control("/clock/advance", "POST", { ms: 12 * hourMs });
    const canceled = (await northbeam(`/campaigns/${id}/cancel`, {})).body.campaign;
    expect(canceled.status).toBe("canceled");
    await control("/clock/advance", "POST", { ms: 48 * hourMs });
    expect((await northbeam(`/campaigns/${id}`)).body.campaign.delivered).toBe(canceled.delivered);
  });

  test("a placement taken down answers 410 and the campaign falls short", async () => {
    const placements = { ...campaign, service: "creator-placement", quantity: 3 };
    const { id } = (await northbeam("/campaigns", placements)).body.campaign;
    await control("/clock/advance", "POST", { ms: 48 * hourMs });
    const { evidence } = (await northbeam(`/campaigns/${id}`)).body.campaign;
    const url = evidence[0]?.url ?? "";
    await control(`/evidence/${url.split("/").at(-1)}`, "PUT", { live: false });
    expect(await evidenceStatus(url)).toBe(410);
    const after = (await northbeam(`/campaigns/${id}`)).body.campaign;
    expect(after.status).toBe("short");
    expect(after.delivered).toBeLessThan(3);
    const last = JSON.parse(northbeamHook.requests.at(-1)?.body ?? "{}") as { type: string };
    expect(last.type).toBe("campaign.short");
  });

  test.each([
    ["gone", 410],
    ["missing", 404],
    ["outage", 503],
    ["forbidden", 403],
    ["moved", 200],
  ])("a page whose control says %s answers %i, and its supplier notices nothing", async (page, status) => {
    const { id } = (await northbeam("/campaigns", { ...campaign, service: "creator-placement", quantity: 3 })).body
      .campaign;
    await control("/clock/advance", "POST", { ms: 48 * hourMs });
    const url = (await northbeam(`/campaigns/${id}`)).body.campaign.evidence[0]?.url ?? "";
    await control(`/evidence/${url.split("/").at(-1)}`, "PUT", { page });
    expect(await evidenceStatus(url)).toBe(status);
    expect((await northbeam(`/campaigns/${id}`)).body.campaign).toMatchObject({ status: "completed", delivered: 3 });
    await control(`/evidence/${url.split("/").at(-1)}`, "PUT", { page: "flapping" });
    const seen = [await evidenceStatus(url), await evidenceStatus(url)];
    expect(seen.toSorted((a, b) => a - b)).toEqual([200, 410]);
  });

  test("accept-then-timeout: the campaign exists although the caller heard nothing", async () => {
    await control("/suppliers/northbeam", "PUT", { mode: "accept-then-timeout", hangMs: 30 });
    await expect(northbeam("/campaigns", campaign)).rejects.toThrow();
    const found = await northbeam<{ campaigns: Campaign[] }>("/campaigns?reference=att_1");
    expect(found.body.campaigns).toHaveLength(1);
  });

  test.each([
    ["down", 503],
    ["rate-limited", 429],
    ["reject", 422],
  ])("mode %s answers %i and makes no campaign", async (mode, status) => {
    await control("/suppliers/northbeam", "PUT", { mode });
    const answer = await northbeam<{ error: { code: string } }>("/campaigns", campaign);
    expect(answer.status).toBe(status);
    expect(answer.body.error.code).toMatch(/^[a-z_]+$/);
    expect((await control<Orders>("/suppliers/northbeam/orders", "GET")).orders).toEqual([]);
  });

  test("malformed: the answer is not JSON", async () => {
    await control("/suppliers/northbeam", "PUT", { mode: "malformed" });
    await expect(northbeam("/campaigns", campaign)).rejects.toThrow(SyntaxError);
  });
});

describe("Atelier", () => {
  test("the trap: the same client_ref posted twice makes two jobs, found again by look-up", async () => {
    const first = await atelier("/jobs", job);
    const second = await atelier("/jobs", job);
    expect(second.body.job.job_no).not.toBe(first.body.job.job_no);
    const found = await atelier<{ jobs: Job[] }>("/jobs?client_ref=att_1");
    expect(found.body.jobs).toHaveLength(2);
    const { orders } = await control<Orders>("/suppliers/atelier/orders", "GET");
    expect(orders[0]).toMatchObject({ submits: 2, ordersForReference: 2 });
  });

  test("numbers are text and errors come with status 200", async () => {
    const made = await atelier("/jobs", job);
    expect(made.body.job).toMatchObject({ state: "queued", units_total: "10", units_done: "0" });
    const refused = await atelier("/jobs", { ...job, units: "many" });
    expect(refused.status).toBe(200);
    expect(refused.body).toMatchObject({ ok: false, error: expect.stringContaining("units") });
    const credit = await atelier<{ credit: string }>("/credit");
    expect(credit.body.credit).toMatch(/^\d+\.\d\d$/);
  });

  test("a job works through its states and its webhooks are signed over the raw body", async () => {
    await control("/suppliers/atelier", "PUT", { variation: "none" });
    const { job_no } = (await atelier("/jobs", job)).body.job;
    await control("/clock/advance", "POST", { ms: 14 * hourMs });
    expect((await atelier(`/jobs/${job_no}`)).body.job.state).toBe("working");
    await control("/clock/advance", "POST", { ms: 24 * hourMs });
    const done = (await atelier(`/jobs/${job_no}`)).body.job;
    expect(done).toMatchObject({ state: "done", units_done: "10" });
    expect(await evidenceStatus(done.files[0]?.url ?? "")).toBe(200);
    for (const { body, headers } of atelierHook.requests) {
      const digest = createHmac("sha256", "atelier-secret").update(body).digest("hex");
      expect(headers["x-atelier-signature"]).toBe(`sha256=${digest}`);
    }
    const events = atelierHook.requests.map(({ body }) => (JSON.parse(body) as { event: string }).event);
    expect(events).toEqual(["job.working", "job.done"]);
  });

  test("a voided job stays void", async () => {
    const { job_no } = (await atelier("/jobs", job)).body.job;
    expect((await atelier(`/jobs/${job_no}/void`, {})).body.job.state).toBe("void");
    await control("/clock/advance", "POST", { ms: 100 * hourMs });
    expect((await atelier(`/jobs/${job_no}`)).body.job).toMatchObject({ state: "void", units_done: "0" });
  });
});

test("a delivery lifts the followers of the channel it was bought for, and of no other", async () => {
  await control("/suppliers/northbeam", "PUT", { variation: "none" });
  for (const handle of ["brand.bsky.social", "other.bsky.social"]) {
    await control(`/channels/bluesky/${handle}`, "PUT", { followers: 1_000, growthPerDay: 0 });
  }
  await northbeam("/campaigns", { ...campaign, target: { platform: "bluesky", handle: "brand.bsky.social" } });
  await control("/clock/advance", "POST", { ms: 30 * hourMs });
  const followers = async (handle: string) =>
    (await control<{ followers: number }>(`/channels/bluesky/${handle}`, "GET")).followers;
  expect(await followers("brand.bsky.social")).toBeGreaterThan(1_020);
  expect(Math.abs((await followers("other.bsky.social")) - 1_000)).toBeLessThan(10);
});
