import {
  createTestCore,
  placePaidOrder,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#kernel/clock";
import { seedProviders } from "../../seed/providers.ts";
import { handedMax } from "./hand-out-readings.ts";
import { proofInvariants } from "./proof-invariants.ts";

const staff = { role: "operator", staffId: "cus_operator" } as const;
const buyer = { role: "customer", ownerId: "cus_buyer" } as const;
let sandbox: Sandbox;
let shop: TestCore;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({ EGRESS_ORIGINS: sandbox.url, BLUESKY_API_URL: `${sandbox.url}/bluesky` });
  await seedProviders(shop.core, {
    northbeam: {
      apiUrl: `${sandbox.url}/suppliers/northbeam/v1`,
      apiKey: "nb_test_key",
      webhookSecret: `whsec_${Buffer.from("northbeam webhook secret").toString("base64")}`,
    },
    atelier: { apiUrl: `${sandbox.url}/suppliers/atelier/api`, apiKey: "at_test_key", webhookSecret: "atelier" },
  });
});

afterEach(async () => {
  for (const invariant of proofInvariants) {
    expect((await shop.core.database.pool.query(invariant.sql)).rows, invariant.says).toEqual([]);
  }
  shop.log.assertNoUnexpectedErrors();
});

afterAll(async () => {
  await shop?.close();
  await sandbox?.stop();
});

/** Moves both worlds on and lets everything happen that came due. */
async function pass(ms: number): Promise<void> {
  await sandbox.control.clock.advance(ms);
  await shop.clock.advance(ms);
  await shop.core.runner.settle();
}

let channels = 0;

/** A paid order for a new channel, of work that starts and ends within so many hours. */
async function buy(startsWithinHours: number, deliversWithinHours: number) {
  channels += 1;
  const handle = `planned${channels}.bsky.social`;
  await sandbox.control.channels.set("bluesky", handle, { followers: 5_000, growthPerDay: 0 });
  const { account } = await shop.core.socialAccounts.validate(shop.core.database, buyer, {
    platform: "bluesky",
    handle,
  });
  const product = await publishSampleProduct(shop.core, {
    serviceKey: "placements",
    deliverableKind: "placement",
    platforms: ["bluesky"],
    sla: { startsWithinHours, deliversWithinHours },
  });
  const platformContext = { platform: "bluesky", handle, accountId: account?.id ?? null } as const;
  const order = await placePaidOrder(shop.core, [{ product, quantity: 6, platformContext }]);
  await shop.core.runner.settle();
  return { orderId: order.id, lineId: order.lines[0]?.id ?? "", handle };
}

const inspect = async (orderId: string) => {
  const [line] = await shop.core.deliveryProof.inspect(shop.core.database, staff, orderId, "en");
  if (line === undefined) throw new Error("The order has a line");
  return line;
};
const stateOf = async (lineId: string) => (await shop.core.fulfillment.findLine(shop.core.database, lineId))?.state;

describe("readings before the start", () => {
  test("are three over a day where the start leaves the time, and the line waits for them", async () => {
    const { orderId, lineId } = await buy(72, 120);
    expect(await stateOf(lineId)).toBe("awaiting_baseline");
    for (let hour = 0; hour < 26; hour += 1) await pass(hours(1));
    const { readings, proof, weakBaseline } = await inspect(orderId);
    const before = readings.filter((reading) => reading.phase === "baseline");
    expect(before.length).toBeGreaterThanOrEqual(2);
    expect(proof.baselineStrength?.readings).toBeGreaterThanOrEqual(3);
    expect(proof.baselineStrength?.spanHours).toBeGreaterThanOrEqual(24);
    expect(weakBaseline).toBe(false);
    expect(proof.baselineSnapshotId).toBe(before.at(-1)?.snapshot?.id);
    expect(await stateOf(lineId)).not.toBe("awaiting_baseline");
  });

  test("are one where it does not, and the baseline is called weak", async () => {
    const { orderId, lineId } = await buy(8, 24);
    expect(await stateOf(lineId)).toBe("accepted");
    expect(await inspect(orderId)).toMatchObject({ weakBaseline: true, proof: { baselineStrength: { readings: 1 } } });
  });

  test("that can't be completed leave the one there is, weak, and the line starts", async () => {
    const { orderId, lineId, handle } = await buy(72, 120);
    await sandbox.control.channels.set("bluesky", handle, { state: "suspended" });
    for (let hour = 0; hour < 14; hour += 1) await pass(hours(1));
    expect(await stateOf(lineId)).not.toBe("awaiting_baseline");
    const { proof, weakBaseline, baseline } = await inspect(orderId);
    expect(baseline?.followers).toBe(5_000);
    expect(proof.baselineMissing).toBeNull();
    expect(weakBaseline).toBe(true);
  });
});

describe("a platform that asks us to wait", () => {
  test("is asked again when it says, and the gap has its reason if that is after the next reading", async () => {
    const { orderId, handle } = await buy(8, 24);
    await sandbox.control.channels.set("bluesky", handle, { state: "rate_limited" });
    await pass(minutes(40));
    const waiting = await inspect(orderId);
    expect(waiting.planned).toHaveLength(1);
    expect(waiting.planned[0]?.nextAt.getTime()).toBeGreaterThan(shop.clock.now().getTime());
    await sandbox.control.channels.set("bluesky", handle, { state: "ok" });
    for (let quarter = 0; quarter < 12; quarter += 1) await pass(minutes(15));
    const { readings, latest } = await inspect(orderId);
    expect(latest?.followers).toBe(5_000);
    for (const gap of readings.filter((reading) => reading.snapshot === null)) {
      expect(gap).toMatchObject({ missing: "rate_limited" });
      expect(gap.missingWords).not.toBe("");
    }
  });
});

describe("many readings that are due at once", () => {
  test("go to the queue two hundred at a time, and all are taken", async () => {
    const { lineId } = await buy(8, 24);
    const count = handedMax + 30;
    const { pool } = shop.core.database;
    await pool.query(
      `insert into proof_due (line_id, phase, step, due_at, next_at, interval_ms, asked_by, reason)
       select $1, 'asked', n, $2, $2, 0, 'cus_operator', 'many at once' from generate_series(1, $3) n`,
      [lineId, new Date(shop.clock.now().getTime() - seconds(1)), count],
    );
    const handler = shop.core.handlers.find(({ job }) => job.id === "delivery-proof.hand-out-readings");
    if (handler?.kind !== "local") throw new Error("Readings are handed out by a local job");
    await shop.core.database.transaction((tx) => handler.run(tx, {}, { jobId: "test", attempt: 0, isLast: false }));
    const handed = await pool.query("select count(*)::int as count from proof_due where handed_at is not null");
    expect(handed.rows[0].count).toBe(handedMax);
    await shop.core.runner.settle();
    // While the queue was full the rest was put off by half a second.
    await pass(seconds(1));
    const left = await pool.query("select count(*)::int as count from proof_due where phase = 'asked'");
    expect(left.rows[0].count).toBe(0);
  });

  test("what went to the queue and never came back is handed out again after an hour", async () => {
    const { orderId, lineId } = await buy(8, 24);
    const { pool } = shop.core.database;
    await pool.query("update proof_due set handed_at = $2, next_at = $2 where line_id = $1", [
      lineId,
      shop.clock.wall(),
    ]);
    await pool.query("delete from pgboss.job where data::text like '%' || $1 || '%' and state = 'created'", [lineId]);
    const before = (await inspect(orderId)).readings.length;
    await pass(minutes(61));
    await shop.core.database.transaction(async (tx) => {
      const handler = shop.core.handlers.find(({ job }) => job.id === "delivery-proof.hand-out-readings");
      if (handler?.kind === "local") await handler.run(tx, {}, { jobId: "test", attempt: 0, isLast: false });
    });
    await shop.core.runner.settle();
    expect((await inspect(orderId)).readings.length).toBeGreaterThan(before);
  });
});
