import {
  createTestCore,
  placePaidOrder,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Tx } from "#infrastructure/database";
import { hours, minutes } from "#kernel/clock";
import { seededProviderIds, seedProviders } from "../../seed/providers.ts";
import { fulfillmentInvariants } from "./fulfillment-invariants.ts";

const operator = { role: "operator", staffId: "cus_operator" } as const;
const admin = { role: "admin", staffId: "cus_admin" } as const;
const { northbeam, quayside } = seededProviderIds;

let sandbox: Sandbox;
let shop: TestCore;
let placement: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({ EGRESS_ORIGINS: sandbox.url });
  const at = (path: string) => `${sandbox.url}/suppliers${path}`;
  await seedProviders(shop.core, {
    northbeam: { apiUrl: at("/northbeam/v1"), apiKey: "nb_test_key", webhookSecret: "whsec_c2VjcmV0" },
    atelier: { apiUrl: at("/atelier/api"), apiKey: "at_test_key", webhookSecret: "secret" },
    quayside: { apiUrl: at("/quayside/v1"), apiKey: "qs_test_key", webhookSecret: "" },
  });
  placement = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
});
beforeEach(async () => {
  for (const supplier of ["northbeam", "quayside"] as const) {
    await sandbox.control.suppliers.set(supplier, { mode: "normal", variation: "none" });
  }
});
afterEach(async () => {
  for (const invariant of fulfillmentInvariants) {
    expect((await shop.core.database.pool.query(invariant.sql)).rows, invariant.says).toEqual([]);
  }
  shop.log.assertNoUnexpectedErrors();
});
afterAll(async () => {
  await shop.close();
  await sandbox.stop();
});

const inTx = <R>(work: (tx: Tx) => Promise<R>): Promise<R> => shop.core.database.transaction(work);
const setState = (providerId: string, state: "active" | "paused" | "drained") =>
  inTx((tx) => shop.core.suppliers.setProviderState(tx, operator, providerId, state, "a test"));

async function buy(platform: "tiktok" | "youtube" = "tiktok", quantity = 2) {
  const platformContext = { platform, handle: "ada", accountId: null } as const;
  const order = await placePaidOrder(shop.core, [{ product: placement, quantity, platformContext }]);
  await shop.core.runner.settle();
  return { orderId: order.id, lineId: order.lines[0]?.id ?? "" };
}
const decisions = (orderId: string) => shop.core.fulfillment.listDecisions(shop.core.database, operator, orderId);
const attempts = (orderId: string) => shop.core.fulfillment.listAttempts(shop.core.database, operator, orderId);

describe("a choice of supplier", () => {
  test("is kept with its candidates, leads to the submit, and made again comes out the same", async () => {
    const bought = await buy();
    const [decision] = await decisions(bought.orderId);
    const [attempt] = await attempts(bought.orderId);
    expect(decision).toMatchObject({
      outcome: "chosen",
      number: 1,
      attemptId: attempt?.id,
      service: "creator-placement",
    });
    expect(decision?.providerId).toBe(attempt?.providerId);
    expect(decision?.candidates.map((candidate) => candidate.costMinor).sort()).toEqual([10_200, 13_000]);
    const replay = await shop.core.fulfillment.replayDecision(shop.core.database, operator, decision?.id ?? "");
    expect(replay.isSame).toBe(true);
    // Somebody changes what was kept: then it no longer comes out the same.
    const turned = "update routing_decisions set provider_id = $2 where id = $1";
    const other = decision?.providerId === northbeam ? quayside : northbeam;
    await shop.core.database.pool.query(turned, [decision?.id, other]);
    const doubted = await shop.core.fulfillment.replayDecision(shop.core.database, operator, decision?.id ?? "");
    expect(doubted.isSame).toBe(false);
    await shop.core.database.pool.query(turned, [decision?.id, decision?.providerId]);
  });

  test("goes by the supplier's rules, and the trace says which one spoke against it", async () => {
    const bought = await buy("youtube");
    const [decision] = await decisions(bought.orderId);
    expect(decision).toMatchObject({ providerId: northbeam, reason: "only-one" });
    const refused = decision?.candidates.find((candidate) => candidate.providerId === quayside);
    expect(refused?.obstacles).toContain("rule");
    expect(refused?.rules.find((rule) => !rule.passed)).toMatchObject({ rule: "platforms" });
  });

  test("passes a drained supplier over, and waits for nobody when one is enough", async () => {
    await setState(quayside, "drained");
    const bought = await buy();
    expect((await attempts(bought.orderId)).map((attempt) => attempt.providerId)).toEqual([northbeam]);
    await setState(quayside, "active");
  });

  test("falls on another supplier for a line that one could not be reached for", async () => {
    await sandbox.control.suppliers.set("quayside", { mode: "down" });
    await sandbox.control.suppliers.set("northbeam", { mode: "down" });
    const bought = await buy();
    await shop.clock.advance(minutes(1));
    await shop.core.runner.settle();
    const tried = await attempts(bought.orderId);
    expect(new Set(tried.slice(0, 2).map((attempt) => attempt.providerId)).size).toBe(2);
    for (const supplier of ["northbeam", "quayside"] as const)
      await sandbox.control.suppliers.set(supplier, { mode: "normal" });
    await shop.clock.advance(hours(1));
    await shop.core.runner.settle();
    expect((await attempts(bought.orderId)).at(-1)).toMatchObject({ state: "accepted" });
  });

  test("waits while the only supplier is full, and goes on once there is room", async () => {
    const limit = async (maxInFlight: number | null) => {
      const stored = await shop.core.suppliers.getProvider(shop.core.database, admin, northbeam);
      await inTx((tx) => shop.core.suppliers.saveProvider(tx, admin, { ...stored, maxInFlight }));
    };
    await limit(1);
    const bought = await buy("youtube");
    const line = () => shop.core.fulfillment.findLine(shop.core.database, bought.lineId);
    expect(await line()).toMatchObject({ state: "ready", attemptCount: 0 });
    expect(await decisions(bought.orderId)).toMatchObject([{ outcome: "waiting", reason: "all-full" }]);
    await limit(null);
    await shop.clock.advance(minutes(2));
    await shop.core.runner.settle();
    expect(await line()).toMatchObject({ state: "accepted" });
  });
});

test("a submit that races a pause goes out before it or not at all", async () => {
  await setState(quayside, "drained");
  for (let round = 0; round < 8; round += 1) {
    await setState(northbeam, "paused");
    const platformContext = { platform: "youtube", handle: "ada", accountId: null } as const;
    const order = await placePaidOrder(shop.core, [{ product: placement, quantity: 1, platformContext }]);
    await shop.core.runner.settle();
    await setState(northbeam, "active");
    // Both at once: the queue submits the waiting line while a person pauses.
    const [, paused] = await Promise.all([shop.core.runner.settle(), pauseAndNote()]);
    await shop.core.runner.settle();
    const [attempt] = await attempts(order.id);
    const later = attempt !== undefined && BigInt(await transactionOf(attempt.id)) > BigInt(paused);
    expect(later, `round ${round}: submitted after the pause had committed`).toBe(false);
    await setState(northbeam, "active");
    await shop.core.runner.settle();
    expect(await attempts(order.id)).toMatchObject([{ state: "accepted" }]);
  }
  await setState(quayside, "active");
});

/** Pauses, and tells how far transactions had come once the pause had committed: the first that may begin after it. */
async function pauseAndNote(): Promise<string> {
  await setState(northbeam, "paused");
  const { rows } = await shop.core.database.pool.query<{ xmax: string }>(
    "select pg_snapshot_xmax(pg_current_snapshot())::text as xmax",
  );
  return rows[0]?.xmax ?? "0";
}

/** The transaction that wrote an attempt, as a submit's intent. */
async function transactionOf(attemptId: string): Promise<string> {
  const { rows } = await shop.core.database.pool.query<{ xmin: string }>(
    "select min(xmin::text::bigint)::text as xmin from routing_decisions where attempt_id = $1",
    [attemptId],
  );
  return rows[0]?.xmin ?? "0";
}

describe("a supplier's quality", () => {
  test("is counted as outcomes come in: submits, starts, deliveries on time, words that held", async () => {
    await setState(northbeam, "paused");
    await sandbox.control.clock.set({ business: shop.clock.now().toISOString() });
    const before = await tallies();
    const bought = await buy("tiktok", 4);
    for (let step = 0; step < 12; step += 1) {
      await sandbox.control.clock.advance(hours(4));
      await shop.clock.advance(hours(4));
      await shop.core.runner.settle();
    }
    expect(await shop.core.fulfillment.findLine(shop.core.database, bought.lineId)).toMatchObject({
      state: "fulfilled",
    });
    const after = await tallies();
    const gained = (metric: string) => (after.get(metric)?.n ?? 0) - (before.get(metric)?.n ?? 0);
    for (const metric of [
      "submit",
      "success",
      "fulfilled",
      "on-time",
      "mismatch",
      "refill",
      "start-hours",
      "work-hours",
    ]) {
      expect(gained(metric), metric).toBeGreaterThanOrEqual(1);
    }
    expect(after.get("mismatch")?.sum).toBe(0);
    const day =
      "select sum(completed)::int as completed, sum(accepted)::int as accepted from provider_days where provider_id = $1";
    const { rows } = await shop.core.database.pool.query<{ completed: number; accepted: number }>(day, [quayside]);
    expect(rows[0]?.completed).toBeGreaterThanOrEqual(1);
    expect(rows[0]?.accepted).toBeGreaterThanOrEqual(rows[0]?.completed ?? 0);
    await setState(northbeam, "active");
  });

  test("counts the words that did not hold, and a refusal", async () => {
    await setState(northbeam, "paused");
    await sandbox.control.suppliers.set("quayside", { mode: "reject" });
    const before = await tallies();
    await buy();
    const after = await tallies();
    expect((after.get("submit")?.n ?? 0) - (before.get("submit")?.n ?? 0)).toBe(1);
    expect(after.get("success")?.sum).toBeLessThan((before.get("success")?.sum ?? 0) + 0.001);
    await sandbox.control.suppliers.set("quayside", { mode: "normal" });
    await setState(northbeam, "active");
  });

  test("is not known below twenty outcomes, and says how many there are", async () => {
    const quality = await shop.core.suppliers.quality(shop.core.database, operator, [northbeam]);
    expect(quality.get(northbeam)?.score.known).toBe(false);
    expect(quality.get(northbeam)?.metrics.submit.observations).toBeGreaterThan(0);
  });
});

async function tallies(): Promise<ReadonlyMap<string, { n: number; sum: number }>> {
  const { rows } = await shop.core.database.pool.query<{ metric: string; n: number; sum: number }>(
    "select metric, sum(observations)::int as n, sum(weighted_sum) as sum from provider_quality where provider_id = $1 group by metric",
    [quayside],
  );
  return new Map(rows.map((row) => [row.metric, row]));
}

test("credits are read by the job, kept, and forecast from what was spent", async () => {
  const read = async () => {
    const handler = shop.core.handlers.find((candidate) => candidate.job.id === "suppliers.hand-out-balances");
    if (handler?.kind !== "local") throw new Error("No job hands out balances");
    const jobId = `test ${shop.clock.now().getTime()}`;
    await inTx((tx) => handler.run(tx, {}, { jobId, attempt: 0, isLast: false }));
    await shop.core.runner.settle();
  };
  await read();
  await shop.clock.advance(minutes(1));
  await read();
  await shop.clock.advance(hours(6));
  await setState(quayside, "drained");
  await buy("tiktok", 3);
  await setState(quayside, "active");
  await read();
  await sandbox.control.suppliers.set("northbeam", { mode: "down" });
  await shop.clock.advance(hours(1));
  await read();
  const balances = await shop.core.suppliers.balances(shop.core.database, operator, [northbeam, quayside]);
  const told = balances.get(northbeam);
  expect(told).toMatchObject({ currency: "EUR", trouble: expect.stringContaining("503") });
  expect(told?.burnPerDayMinor).toBeGreaterThan(0);
  expect(told?.hoursToEmpty).toBeGreaterThan(0);
  expect(told?.history).toHaveLength(2);
  expect(balances.get(quayside)).toMatchObject({ trouble: null });
  const incidents = async () =>
    (await shop.core.suppliers.listChanges(shop.core.database, operator, northbeam))
      .filter(({ kind, detail }) => kind.startsWith("incident") && detail.incident === "not-answering")
      .map(({ kind }) => kind);
  expect(await incidents()).toEqual(["incident"]);
  await sandbox.control.suppliers.set("northbeam", { mode: "normal" });
  await shop.clock.advance(hours(1));
  await read();
  expect(await incidents()).toEqual(["incident-over", "incident"]);
});
