import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../start-sandbox.ts";
import { callJson } from "../testing/call-json.ts";
import { type RequestRecorder, recordRequests } from "../testing/record-requests.ts";

const hourMs = 3_600_000;
const secret = `whsec_${Buffer.from("a secret of twenty-four bytes!!!").toString("base64")}`;

interface Campaign {
  id: string;
  status: string;
  delivered: number;
  createdAt: string;
  evidence: { url: string; delivered: number; reportedAt: string }[];
  cost: { amount: number };
}

let sandbox: Sandbox;
let hook: RequestRecorder;

beforeAll(async () => {
  hook = await recordRequests();
  sandbox = await startSandbox({ webhooks: { northbeam: { url: hook.url, secret } } });
});
afterAll(async () => {
  await sandbox.stop();
  await hook.stop();
});
beforeEach(async () => {
  await control("/reset", "POST");
  await control("/clock", "PUT", { rate: 0 });
  await behave({ variation: "none" });
  hook.requests.length = 0;
});

async function control<T>(path: string, method: string, json?: unknown): Promise<T> {
  const { status, body } = await callJson<T>(`${sandbox.url}/control${path}`, { method, json });
  expect(status).toBeLessThan(300);
  return body;
}
const behave = (behavior: Record<string, unknown>, supplier = "northbeam") =>
  control(`/suppliers/${supplier}`, "PUT", behavior);
const pass = (hours: number) => control("/clock/advance", "POST", { ms: hours * hourMs });

const ask = <T>(path: string, json?: unknown) =>
  callJson<T>(`${sandbox.url}/suppliers/northbeam/v1${path}`, {
    method: json === undefined ? "GET" : "POST",
    json,
    headers: { authorization: "Bearer nb_test_key" },
  });
const submit = (reference: string, quantity = 10) =>
  ask<{ campaign: Campaign; error: { code: string; message: string } }>("/campaigns", {
    reference,
    service: "creator-placement",
    quantity,
    target: { platform: "youtube", handle: "@brand" },
    pacing: { hours: 24 },
  });
const read = async (id: string) => (await ask<{ campaign: Campaign }>(`/campaigns/${id}`)).body.campaign;
const unitsOf = ({ evidence }: Campaign): number => evidence.reduce((sum, { delivered }) => sum + delivered, 0);

test("a flapping supplier is up and down by turns, the same turns for the same seed", async () => {
  const turns = async () => {
    await behave({ mode: "flapping", upHours: 3, downHours: 2 });
    const seen: boolean[] = [];
    for (let hour = 0; hour < 60; hour += 1) {
      seen.push((await ask("/services")).status === 200);
      await pass(1);
    }
    await behave({ mode: "normal" });
    return seen;
  };
  const first = await turns();
  expect(new Set(first)).toEqual(new Set([true, false]));
  expect(first.filter((up, hour) => hour > 0 && up !== first[hour - 1]).length).toBeGreaterThan(4);
  expect(await turns()).toEqual(first);
});

test("a supplier short of strength turns away about the share it is told to", async () => {
  await behave({ mode: "brown-out", failShare: 0.3 });
  const statuses = await Promise.all(Array.from({ length: 200 }, async () => (await ask("/services")).status));
  const turnedAway = statuses.filter((status) => status === 503).length;
  expect(turnedAway).toBeGreaterThan(35);
  expect(turnedAway).toBeLessThan(90);
});

test("a price that changed is on the list and on the next order; the order before keeps its own", async () => {
  const { id } = (await submit("before", 3)).body.campaign;
  await behave({ priceFactor: 1.25 });
  const list = await ask<{ services: { code: string; unitCost: { amount: number } }[] }>("/services");
  expect(list.body.services.find(({ code }) => code === "creator-placement")?.unitCost.amount).toBe(8_125);
  expect((await submit("after", 3)).body.campaign.cost.amount).toBe(3 * 8_125);
  expect((await read(id)).cost.amount).toBe(3 * 6_500);
});

test("credit runs out with the orders it pays, then orders are refused until it is topped up", async () => {
  await behave({ creditMinor: 4 * 6_500 + 100 });
  expect((await submit("covered", 4)).status).toBe(201);
  const balance = await ask<{ balance: { amount: number } }>("/account/balance");
  expect(balance.body.balance.amount).toBe(100);
  const refused = await submit("too dear", 1);
  expect(refused.status).toBe(402);
  expect(refused.body.error).toMatchObject({
    code: "insufficient_balance",
    message: expect.stringContaining("1.00 EUR"),
  });
  await behave({ creditMinor: 100_000 });
  expect((await submit("topped up", 1)).status).toBe(201);
});

test("the studio says in its own words that credit is too low", async () => {
  await behave({ creditMinor: 1_000 }, "atelier");
  const form = { client_ref: "r1", service_code: "short-video", units: "1", channel: "youtube:@brand" };
  const answer = await callJson<{ ok: boolean; error: string }>(`${sandbox.url}/suppliers/atelier/api/jobs`, {
    method: "POST",
    headers: { "x-api-key": "at_test_key", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  });
  expect(answer.body).toEqual({ ok: false, error: "credit too low: 10.00 left, 75.00 needed" });
});

test("a supplier's clock that runs ahead shows in its evidence, its orders and its webhooks' signatures", async () => {
  const skewMs = 4 * 60_000;
  await behave({ skewMs });
  const { id, createdAt } = (await submit("ahead")).body.campaign;
  const { now } = await control<{ now: string }>("/clock", "GET");
  expect(Date.parse(createdAt) - Date.parse(now)).toBeGreaterThan(skewMs - 1_000);
  await pass(30);
  const after = await control<{ now: string }>("/clock", "GET");
  const last = hook.requests.at(-1);
  const told = new Webhook(secret).verify(last?.body ?? "", last?.headers ?? {}) as { timestamp: string };
  expect(Date.parse(told.timestamp) - Date.parse(after.now)).toBe(skewMs);
  expect(Number(last?.headers["webhook-timestamp"]) * 1_000 - Date.now()).toBeGreaterThan(skewMs - 10_000);
  const { evidence } = await read(id);
  const honest = await control("/suppliers/northbeam", "PUT", { skewMs: 0 }).then(() => read(id));
  expect(Date.parse(evidence[0]?.reportedAt ?? "") - Date.parse(honest.evidence[0]?.reportedAt ?? "")).toBe(skewMs);
});

test("evidence that is lost after its hand-over is gone from the order, from the web, and only from that order on", async () => {
  const kept = (await submit("kept")).body.campaign.id;
  await behave({ dropOffShare: 0.5, dropOffDays: 14 });
  const { id } = (await submit("lost")).body.campaign;
  await pass(30);
  const whole = await read(id);
  expect(whole).toMatchObject({ status: "completed", delivered: 10 });
  await pass(15 * 24);
  const after = await read(id);
  expect(after.status).toBe("short");
  expect(after.delivered).toBeLessThan(10);
  expect(unitsOf(after)).toBe(after.delivered);
  const standing = new Set(after.evidence.map(({ url }) => url));
  const gone = whole.evidence.find(({ url }) => !standing.has(url));
  expect((await fetch(`${sandbox.url}${new URL(gone?.url ?? "").pathname}`)).status).toBe(410);
  expect(await read(kept)).toMatchObject({ status: "completed", delivered: 10 });
});

test("a supplier that overclaims calls a short delivery complete; its count and evidence are true", async () => {
  await behave({ mode: "overclaim", shortShare: 0.7 });
  const { id } = (await submit("claimed")).body.campaign;
  await pass(30);
  const told = await read(id);
  expect(told).toMatchObject({ status: "completed", delivered: 7 });
  expect(unitsOf(told)).toBe(7);
  expect(JSON.parse(hook.requests.at(-1)?.body ?? "{}").type).toBe("campaign.completed");
});

test("a supplier that miscounts says more than there is evidence of", async () => {
  await behave({ mode: "miscount" });
  const { id } = (await submit("counted")).body.campaign;
  await pass(30);
  const told = await read(id);
  expect(told.delivered).toBe(13);
  expect(unitsOf(told)).toBe(10);
});

test("a slow start puts off the beginning, not the work", async () => {
  await behave({ startFactor: 20 });
  const { id } = (await submit("late")).body.campaign;
  await pass(19);
  expect((await read(id)).status).toBe("accepted");
  await pass(26);
  expect((await read(id)).status).toBe("completed");
});
