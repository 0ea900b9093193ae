import { seedProviders } from "@smplat/core/seed";
import {
  newAccount,
  placePaidOrder,
  publishedEvents,
  publishSampleProduct,
  refusal,
  startTestShop,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

const hour = 3_600_000;
let shop: TestShop;
type Role = "operator" | "admin" | "customer";
let people: Record<Role, { email: string; password: string }>;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  await seedProviders(shop.core, shop.suppliers);
  const [operator, admin] = [await newAccount(shop.core, "operator"), await newAccount(shop.core, "admin")];
  people = { operator, admin, customer: await newAccount(shop.core, "customer") };
  product = await publishSampleProduct(shop.core, {
    serviceKey: "placements",
    deliverableKind: "placement",
    platforms: ["bluesky"],
  });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

/** Signed in just now: these tests let hours pass, and sessions end. */
async function as(role: Role): Promise<Visitor> {
  const { email, password } = people[role];
  const visitor = shop.visit();
  await visitor.api.auth.signIn({ body: { email, password } });
  return visitor;
}

let channels = 0;

/** A paid order whose line was given to a supplier. */
async function runningOrder() {
  channels += 1;
  const handle = `inspected${channels}.bsky.social`;
  await shop.sandbox.control.channels.set("bluesky", handle, { followers: 4_000, growthPerDay: 0 });
  const { account } = await shop.visit().api.metrics.validateAccount({ body: { platform: "bluesky", handle } });
  const platformContext = { platform: "bluesky", handle, accountId: account?.id ?? null } as const;
  const order = await placePaidOrder(shop.core, [{ product, quantity: 6, platformContext }]);
  await shop.settle();
  return { orderId: order.id, lineId: order.lines[0]?.id ?? "" };
}

const readings = async (orderId: string) => {
  const { lines } = await (await as("operator")).api.adminProofs.inspect({ params: { orderId } });
  return lines[0] ?? never();
};
const never = (): never => {
  throw new Error("The order has a line");
};

describe("GET /admin/orders/{orderId}/proof", () => {
  test("200 staff see each reading raw, what is planned, and nothing claimed yet", async () => {
    const { orderId } = await runningOrder();
    await shop.pass(hour);
    const line = await readings(orderId);
    expect(line).toMatchObject({
      state: "delivering",
      measured: true,
      weakBaseline: true,
      attested: false,
      label: "not_yet_known",
      finding: "working",
      channel: { platform: "bluesky" },
    });
    expect(line.readings[0]).toMatchObject({
      phase: "baseline",
      missing: null,
      tries: 1,
      snapshot: { followers: 4_000, source: "bluesky-appview", method: "official_api" },
    });
    expect(line.readings[0]?.snapshot?.rawHash).toMatch(/^[0-9a-f]{64}$/);
    expect(line.readings[0]?.latencyMs).toBeGreaterThanOrEqual(0);
    expect(line.planned).toHaveLength(1);
    expect(line.planned[0]?.phase).toBe("during");
  });

  test("200 a gap stands there with its reason", async () => {
    const { orderId } = await runningOrder();
    const before = await readings(orderId);
    await shop.sandbox.control.channels.set("bluesky", before.channel?.handle ?? "", { state: "private" });
    await shop.pass(hour);
    const gap = (await readings(orderId)).readings.find((reading) => reading.snapshot === null);
    expect(gap).toMatchObject({ phase: "during", missing: { code: "private" } });
    expect(gap?.missing?.reason).not.toBe("");
    const query = { locale: "de" } as const;
    const { lines } = await (await as("operator")).api.adminProofs.inspect({ params: { orderId }, query });
    expect(lines[0]?.explanation, "staff reads it in their language").toMatch(/^Die Arbeit läuft\./);
  });

  test("401 and 403 for everybody else, 404 for an order that is not there", async () => {
    const params = { orderId: "ord_00000000000000000000000000" };
    expect(await refusal(shop.visit().api.adminProofs.inspect({ params }))).toMatchObject({ status: 401 });
    expect(await refusal((await as("customer")).api.adminProofs.inspect({ params }))).toMatchObject({ status: 403 });
    expect(await refusal((await as("operator")).api.adminProofs.inspect({ params }))).toMatchObject({ status: 404 });
  });
});

describe("POST /admin/orders/{orderId}/proof/erasure", () => {
  const erase = async (role: Role, orderId: string, reason = "The buyer asked us to forget them.") =>
    (await as(role)).api.adminProofs.eraseValues({ params: { orderId }, body: { reason } });

  test("200 an admin deletes the values once, with name and reason for staff to read; the file still is there", async () => {
    const { orderId } = await runningOrder();
    for (let day = 0; day < 4; day += 1) await shop.pass(24 * hour);
    const operator = await as("operator");
    const inspect = () => operator.api.adminProofs.inspect({ params: { orderId } });
    expect((await inspect()).erasure).toBeNull();
    const erasure = await erase("admin", orderId);
    expect(erasure).toMatchObject({ reason: "The buyer asked us to forget them.", by: expect.stringMatching(/^cus_/) });
    expect(erasure.erased).toBeGreaterThan(0);
    expect(await erase("admin", orderId, "Again, to be sure.")).toEqual(erasure);
    expect((await inspect()).erasure).toEqual(erasure);
    const { entries } = await operator.api.adminOrders.timeline({ params: { orderId }, query: {} });
    const told = entries.filter(({ title }) => /personal values .* were erased/.test(title));
    expect(told.map(({ detail }) => detail)).toEqual([expect.stringContaining("forget them")]);
    const file = await operator.api.proofs.file({ params: { orderId } });
    expect(await file.text()).not.toContain("bsky.social");
  });

  test("401, 403 for operators too, 404 while nothing is signed, 422 without a reason", async () => {
    const { orderId } = await runningOrder();
    const body = { reason: "Because." };
    const stranger = shop.visit().api.adminProofs.eraseValues({ params: { orderId }, body });
    expect(await refusal(stranger)).toMatchObject({ status: 401 });
    expect(await refusal(erase("operator", orderId))).toMatchObject({ status: 403 });
    expect(await refusal(erase("admin", orderId))).toMatchObject({ status: 404, code: "proof.not-found" });
    expect(await refusal(erase("admin", "ord_00000000000000000000000000"))).toMatchObject({ code: "order.not-found" });
    expect(await refusal(erase("admin", orderId, " "))).toMatchObject({ status: 422 });
  });
});

describe("POST /admin/orders/{orderId}/proof/readings", () => {
  const ask = async (orderId: string, lineId: string, idempotencyKey: string) =>
    (await as("operator")).api.adminProofs.requestReading({
      params: { orderId },
      body: { lineId, reason: "The platform was down" },
      idempotencyKey,
    });

  test("202 reads the channel once per key, and says who asked and why", async () => {
    const { orderId, lineId } = await runningOrder();
    await ask(orderId, lineId, "retake-1");
    await ask(orderId, lineId, "retake-1");
    await shop.settle();
    const asked = (await readings(orderId)).readings.filter((reading) => reading.phase === "asked");
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ askedWhy: "The platform was down", snapshot: { followers: 4_000 } });
    expect(asked[0]?.askedBy).toMatch(/^cus_/);
    const requests = await publishedEvents(shop.core, "delivery-proof.reading-requested");
    expect(requests).toContainEqual({ orderId, lineId, reason: "The platform was down" });
  });

  test("429 after three in an hour, and again possible after it", async () => {
    const { orderId, lineId } = await runningOrder();
    for (const key of ["a", "b", "c"]) await ask(orderId, lineId, `${lineId}-${key}`);
    expect(await refusal(ask(orderId, lineId, `${lineId}-d`))).toMatchObject({
      status: 429,
      code: "proof.readings-used-up",
    });
    await shop.pass(2 * hour);
    await ask(orderId, lineId, `${lineId}-e`);
    await shop.settle();
    const { readings: taken } = await readings(orderId);
    expect(taken.filter((reading) => reading.phase === "asked")).toHaveLength(4);
  });

  test("409 for a line nothing can read, 404 for a line of another order, 422 without a reason", async () => {
    const order = await placePaidOrder(shop.core, [{ product, quantity: 6 }]);
    await shop.settle();
    const lineId = order.lines[0]?.id ?? "";
    expect(await refusal(ask(order.id, lineId, "no-channel"))).toMatchObject({
      status: 409,
      code: "proof.reading-refused",
    });
    const other = await runningOrder();
    expect(await refusal(ask(order.id, other.lineId, "other-line"))).toMatchObject({ status: 404 });
    const path = `/admin/orders/${other.orderId}/proof/readings`;
    const headers = { "idempotency-key": "no-reason" };
    expect(
      (await (await as("operator")).send("POST", path, { lineId: other.lineId, reason: " " }, headers)).status,
    ).toBe(422);
  });
});

describe("GET /admin/delivery-proof/metrics/export", () => {
  test("200 gives staff a file of every product with how it is worked out; 403 for customers", async () => {
    const answer = await (await as("operator")).send("GET", "/admin/delivery-proof/metrics/export");
    expect(answer.headers.get("content-disposition")).toContain("delivery-proof-metrics.json");
    const file = await answer.json();
    expect(file).toMatchObject({ source: "smplat delivery-proof", method: { hidden: expect.any(String) } });
    expect((await (await as("customer")).send("GET", "/admin/delivery-proof/metrics/export")).status).toBe(403);
  });
});
