import {
  createTestCore,
  placePaidOrder,
  publishedEvents,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordStatements } from "#infrastructure/database";
import { days, hours, minutes, seconds } from "#kernel/clock";
import { isDomainError } from "#kernel/domain-error";
import { lineCompleted } from "#modules/fulfillment";
import { seedProviders } from "../../seed/providers.ts";
import { proofInvariants } from "./proof-invariants.ts";

const staff = { role: "operator", staffId: "cus_operator" } as const;
const buyer = { role: "customer", ownerId: "cus_buyer" } as const;
let sandbox: Sandbox;
let shop: TestCore;
let placement: Awaited<ReturnType<typeof publishSampleProduct>>;
let advertising: typeof placement;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({
    EGRESS_ORIGINS: sandbox.url,
    YOUTUBE_API_URL: sandbox.url,
    YOUTUBE_API_KEY: "yt_test_key",
    BLUESKY_API_URL: `${sandbox.url}/bluesky`,
  });
  await seedProviders(shop.core, {
    northbeam: {
      apiUrl: `${sandbox.url}/suppliers/northbeam/v1`,
      apiKey: "nb_test_key",
      webhookSecret: `whsec_${Buffer.from("northbeam webhook secret").toString("base64")}`,
    },
    atelier: { apiUrl: `${sandbox.url}/suppliers/atelier/api`, apiKey: "at_test_key", webhookSecret: "atelier" },
  });
  const platforms = ["youtube", "bluesky", "instagram"] as const;
  placement = await publishSampleProduct(shop.core, {
    serviceKey: "placements",
    deliverableKind: "placement",
    platforms: [...platforms],
  });
  advertising = await publishSampleProduct(shop.core, {
    serviceKey: "placements",
    deliverableKind: "reported_ad_result",
    platforms: [...platforms],
  });
});

beforeEach(async () => {
  await sandbox.control.suppliers.set("northbeam", { mode: "normal", variation: "none" });
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

async function passHours(count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) await pass(hours(1));
}

let channels = 0;

/** A validated channel that gains a fixed number of followers a day by itself. */
async function newChannel(followers: number, growthPerDay = 0) {
  channels += 1;
  const handle = `channel${channels}.bsky.social`;
  await sandbox.control.channels.set("bluesky", handle, { followers, growthPerDay });
  const result = await shop.core.socialAccounts.validate(shop.core.database, buyer, { platform: "bluesky", handle });
  if (result.account === null) throw new Error("The channel was not found");
  return { ...result.account, platform: "bluesky" } as const;
}

async function buy(
  product: typeof placement,
  account: { readonly id: string; readonly platform: "bluesky" | "instagram"; readonly handle: string } | null,
) {
  const platformContext =
    account === null
      ? ({ platform: "youtube", handle: "ada", accountId: null } as const)
      : { platform: account.platform, handle: account.handle, accountId: account.id };
  const order = await placePaidOrder(shop.core, [{ product, quantity: 6, platformContext }]);
  const [line] = order.lines;
  if (line === undefined) throw new Error("An order has a line");
  return { orderId: order.id, lineId: line.id };
}

const stateOf = async ({ lineId }: { lineId: string }) =>
  (await shop.core.fulfillment.findLine(shop.core.database, lineId))?.state;

async function proofOf({ orderId }: { orderId: string }) {
  const proof = await shop.core.deliveryProof.getForOrder(shop.core.database, staff, orderId, "en");
  const [line] = proof.lines;
  if (line === undefined) throw new Error("A proof has a line");
  return line;
}

describe("the reading before the start", () => {
  test("is taken and stored before anything is given to a supplier", async () => {
    const account = await newChannel(5_000);
    const bought = await buy(placement, account);
    await shop.core.runner.settle();
    const proof = await proofOf(bought);
    const [attempt] = await shop.core.fulfillment.listAttempts(shop.core.database, staff, bought.orderId);
    expect(proof.baseline).toMatchObject({ followers: 5_000, source: "bluesky-appview" });
    expect(proof.baseline?.takenAt.getTime()).toBeLessThanOrEqual(attempt?.submittedAt?.getTime() ?? 0);
    expect(await stateOf(bought)).toBe("accepted");
    const settled = await publishedEvents(shop.core, "delivery-proof.baseline-settled");
    expect(settled).toContainEqual({ ...bought, snapshotId: proof.baseline?.id, missing: null });
  });

  test("is skipped, with the reason, for a line without a channel and for a platform without a source", async () => {
    const none = await buy(placement, null);
    const { account } = await shop.core.socialAccounts.validate(shop.core.database, buyer, {
      platform: "instagram",
      handle: "unmeasured",
    });
    const unmeasured = await buy(placement, { id: account?.id ?? "", platform: "instagram", handle: "unmeasured" });
    await shop.core.runner.settle();
    expect(await proofOf(none)).toMatchObject({ baseline: null, measured: false, account: null });
    expect((await proofOf(none)).baselineMissing).toContain("No channel");
    expect((await proofOf(unmeasured)).baselineMissing).toContain("no source");
    expect(await stateOf(none)).toBe("accepted");
    expect(await stateOf(unmeasured)).toBe("accepted");
  });

  test("is given up at once when the channel itself is the reason", async () => {
    const account = await newChannel(5_000);
    await sandbox.control.channels.set("bluesky", account.handle, { state: "suspended" });
    const bought = await buy(placement, account);
    await shop.core.runner.settle();
    const proof = await proofOf(bought);
    expect(proof.baselineMissing).toContain("suspended");
    expect(proof.missing).toHaveLength(1);
    expect(await stateOf(bought)).toBe("accepted");
  });

  test("is tried again while the platform is down, and the line waits for it", async () => {
    const account = await newChannel(5_000);
    await sandbox.control.channels.set("bluesky", account.handle, { state: "down" });
    const bought = await buy(placement, account);
    await shop.core.runner.settle();
    await pass(seconds(3));
    expect(await stateOf(bought)).toBe("awaiting_baseline");
    await sandbox.control.channels.set("bluesky", account.handle, { state: "ok" });
    await pass(minutes(1));
    expect(await stateOf(bought)).toBe("accepted");
    expect((await proofOf(bought)).baseline?.followers).toBe(5_000);
  });

  test("does not hold a line beyond its deadline, and what is read later is not called a baseline", async () => {
    const account = await newChannel(5_000);
    await sandbox.control.channels.set("bluesky", account.handle, { state: "down" });
    const bought = await buy(placement, account);
    await shop.core.runner.settle();
    for (let quarter = 0; quarter < 17; quarter += 1) await pass(minutes(15));
    expect(await stateOf(bought)).toBe("accepted");
    await sandbox.control.channels.set("bluesky", account.handle, { state: "ok" });
    await passHours(1);
    const proof = await proofOf(bought);
    expect(proof.baseline).toBeNull();
    expect(proof.baselineMissing).not.toBeNull();
    expect(proof.latest?.followers).toBe(5_000);
    expect(proof.change).toBeNull();
  });

  test("is never overwritten", async () => {
    const bought = await buy(placement, await newChannel(5_000));
    await shop.core.runner.settle();
    const overwrite = shop.core.database.pool.query(
      "update proof_lines set baseline_snapshot_id = 'snp_other' where line_id = $1",
      [bought.lineId],
    );
    await expect(overwrite).rejects.toThrow("is settled");
  });
});

describe("during and after the work", () => {
  test("the channel is read as the work runs, at its end, and a day, a week and thirty days later", async () => {
    const bought = await buy(placement, await newChannel(5_000));
    await shop.core.runner.settle();
    await passHours(30);
    expect(await stateOf(bought)).toBe("fulfilled");
    const phasesRead = async () => {
      const { rows } = await shop.core.database.pool.query<{ phase: string }>(
        "select phase from proof_readings where line_id = $1 order by due_at",
        [bought.lineId],
      );
      return rows.map((row) => row.phase);
    };
    const phases = await phasesRead();
    expect(phases[0]).toBe("baseline");
    expect(phases.filter((phase) => phase === "during").length).toBeGreaterThan(5);
    expect(phases.filter((phase) => phase === "after")).toHaveLength(1);
    await pass(days(1));
    await pass(days(6));
    await pass(days(23));
    expect((await phasesRead()).filter((phase) => phase === "after")).toHaveLength(4);
    const proof = await proofOf(bought);
    expect(proof.readings.length).toBe((await phasesRead()).length);
    expect(proof.fulfillment).toMatchObject({ ordered: 6, delivered: 6, percent: 100 });
  });

  test("a reading that fails leaves its reason instead of a number", async () => {
    const account = await newChannel(5_000);
    const bought = await buy(placement, account);
    await shop.core.runner.settle();
    await sandbox.control.channels.set("bluesky", account.handle, { state: "private" });
    await passHours(3);
    const proof = await proofOf(bought);
    expect(proof.missing.length).toBeGreaterThan(0);
    expect(proof.missing[0]?.reason).toContain("hides its numbers");
    expect(proof.latest).toBeNull();
    expect(proof.label).toBe("not_yet_known");
  });
});

describe("what is said about a line", () => {
  test("without history: the observed change and no claim", async () => {
    const bought = await buy(placement, await newChannel(5_000));
    await shop.core.runner.settle();
    expect(await proofOf(bought)).toMatchObject({ label: "not_yet_known", change: null });
    await passHours(30);
    const proof = await proofOf(bought);
    expect(proof).toMatchObject({ label: "inconclusive", change: { expectedOrganic: null, lift: null } });
    expect(proof.change?.observed).toBe((proof.latest?.followers ?? 0) - 5_000);
    expect(proof.explanation).toContain("too few readings");
  });

  test("with a week of history and a clear rise: consistent with the work, with an interval above zero", async () => {
    const account = await newChannel(2_000, 4);
    for (let day = 0; day < 6; day += 1) {
      await pass(days(1));
      await shop.core.socialAccounts.validate(shop.core.database, buyer, account);
    }
    const bought = await buy(placement, account);
    await shop.core.runner.settle();
    await passHours(30);
    await pass(days(1));
    const proof = await proofOf(bought);
    expect(proof.label).toBe("consistent_with");
    expect(proof.change?.low).toBeGreaterThan(0);
    expect(proof.change?.sampleSize).toBeGreaterThanOrEqual(8);
    const labels = await publishedEvents(shop.core, "delivery-proof.line-assessed");
    expect(labels).toContainEqual({ ...bought, label: "consistent_with" });
  });

  test("an ad result the platform reported is attributed, measured or not", async () => {
    const bought = await buy(advertising, null);
    await shop.core.runner.settle();
    await passHours(30);
    expect(await proofOf(bought)).toMatchObject({ label: "attributed", measured: false });
  });

  test("others don't see the proof of an order", async () => {
    const { orderId } = await buy(placement, null);
    const stranger = { role: "guest", ownerId: "gst_stranger" } as const;
    const error = await shop.core.deliveryProof
      .getForOrder(shop.core.database, stranger, orderId, "en")
      .catch((thrown: unknown) => thrown);
    expect(isDomainError(error, "order.not-found")).toBe(true);
  });

  test("an order that is not paid has a proof that says so, in the reader's language", async () => {
    const bought = await buy(placement, null);
    const proof = await shop.core.deliveryProof.getForOrder(shop.core.database, staff, bought.orderId, "de");
    expect(proof.lines[0]).toMatchObject({ label: "not_yet_known", productTitle: "Videoschnitt nach Stunden" });
    expect(proof.lines[0]?.explanation).toContain("noch nicht begonnen");
  });
});

test("the proof of an order takes five statements, whatever its number of lines", async () => {
  const account = await newChannel(5_000);
  const platformContext = { platform: "bluesky", handle: account.handle, accountId: account.id } as const;
  const line = { product: placement, quantity: 6, platformContext };
  const order = await placePaidOrder(shop.core, [line, line, line]);
  await shop.core.runner.settle();
  await passHours(2);
  const { result, statements } = await recordStatements(() =>
    shop.core.deliveryProof.getForOrder(shop.core.database, staff, order.id, "en"),
  );
  expect(result.lines).toHaveLength(3);
  expect(statements).toHaveLength(5);
});

test("evidence that changes later replaces what a line counted, exactly, and starts no second round of readings", async () => {
  const product = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
  const bought = await buy(product, await newChannel(5_000));
  await shop.core.runner.settle();
  for (let step = 0; step < 8; step += 1) await pass(hours(4));
  const line = await shop.core.fulfillment.findLine(shop.core.database, bought.lineId);
  const buckets = async () => {
    const { rows } = await shop.core.database.pool.query<{ value: number; lines: number }>(
      "select value, lines from proof_histogram where product_id = $1 and measure = 'fulfillment' order by value",
      [product.id],
    );
    return rows;
  };
  expect(await buckets()).toEqual([{ value: 100, lines: 1 }]);
  const before = await proofOf(bought);
  await shop.core.database.transaction(async (tx) => {
    tx.publish(lineCompleted, {
      ...bought,
      productId: product.id,
      socialAccountId: line?.socialAccountId ?? null,
      state: "short",
      deliveredUnits: 4,
      orderedUnits: 6,
      onTime: false,
      completedAt: line?.completedAt ?? shop.clock.now(),
      recount: true,
    });
  });
  await shop.core.runner.settle();
  expect(await buckets()).toEqual([
    { value: 66, lines: 1 },
    { value: 100, lines: 0 },
  ]);
  const metrics = await shop.core.deliveryProof.metricsFor(shop.core.database, product.id);
  expect(metrics).toMatchObject({ sampleSize: 1, labels: { inconclusive: 1, not_yet_known: 0 } });
  expect((await proofOf(bought)).readings).toHaveLength(before.readings.length);
});

test("the numbers of a product are hidden until twenty lines are done, and count the short ones", async () => {
  const product = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
  const metrics = () => shop.core.deliveryProof.metricsFor(shop.core.database, product.id);
  expect(await metrics()).toMatchObject({ sampleSize: 0, fulfillmentPercent: null, computedAt: null });
  for (let index = 0; index < 14; index += 1) await buy(product, null);
  await shop.core.runner.settle();
  for (let step = 0; step < 10; step += 1) await pass(hours(4));
  await sandbox.control.suppliers.set("northbeam", { mode: "short", shortShare: 0.5 });
  for (let index = 0; index < 5; index += 1) await buy(product, null);
  await shop.core.runner.settle();
  for (let step = 0; step < 10; step += 1) await pass(hours(4));
  expect(await metrics()).toMatchObject({ sampleSize: 19, fulfillmentPercent: null, onTimePercent: null });
  await buy(product, null);
  await shop.core.runner.settle();
  for (let step = 0; step < 10; step += 1) await pass(hours(4));
  const shown = await metrics();
  expect(shown).toMatchObject({ sampleSize: 20, minimumSample: 20, lift: null });
  expect(shown.fulfillmentPercent).toEqual({ median: 100, low: 50, high: 100 });
  expect(shown.onTimePercent).not.toBeNull();
  expect(Object.values(shown.labels).reduce((sum, count) => sum + count, 0)).toBe(20);
  const many = await shop.core.deliveryProof.metricsForMany(shop.core.database, [product.id, "prd_none"]);
  expect(many.get(product.id)).toEqual(shown);
  expect(many.get("prd_none")?.sampleSize).toBe(0);
});
