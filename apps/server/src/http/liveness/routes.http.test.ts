import { seedProviders } from "@smplat/core/seed";
import { verify } from "@smplat/core/verify";
import {
  type EvidencePageMode,
  fillCart,
  newAccount,
  newEmail,
  pay,
  publishSampleProduct,
  refusal,
  startTestShop,
  type TestAccount,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;
let placement: Awaited<ReturnType<typeof publishSampleProduct>>;
let account: TestAccount;
let operator: Visitor;
const hour = 3_600_000;
const day = 24 * hour;
const key = () => crypto.randomUUID();

beforeAll(async () => {
  shop = await startTestShop(createApp);
  await seedProviders(shop.core, shop.suppliers);
  placement = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
  account = await newAccount(shop.core, "operator");
});
beforeEach(async () => {
  await signInOperator();
  await shop.sandbox.control.suppliers.set("northbeam", { mode: "normal", variation: "none" });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop.settle();
  expect((await verify(shop.core.database.pool)).findings).toEqual([]);
  await shop.close();
});

/** Sessions end while a test lets days pass. */
async function signInOperator(): Promise<void> {
  operator = shop.visit();
  await operator.api.auth.signIn({ body: { email: account.email, password: account.password } });
}

/** A guest whose four placements are all delivered. */
async function delivered() {
  const guest = shop.visit();
  const contact = { email: newEmail(), name: "Mara Beispiel" };
  const { orderId } = await pay(guest, await fillCart(guest, placement), { contact });
  const params = { orderId };
  const read = async () => {
    const order = await guest.api.orders.get({ params });
    const [line] = order.lines;
    if (line === undefined) throw new Error("An order has a line");
    return { ...line, orderState: order.state };
  };
  for (let step = 0; step < 40 && (await read()).orderState !== "delivered"; step += 1) await shop.pass(hour);
  const line = await read();
  const units = line.evidence[0]?.units ?? 0;
  const pageIds = line.evidence.map(({ url }) => url?.split("/").at(-1) ?? "");
  const placements = async () => (await guest.api.liveness.list({ params })).items;
  const find = async (pageId: string | undefined) => {
    const found = (await placements()).find(({ address }) => address.endsWith(`/${pageId}`));
    if (found === undefined) throw new Error(`${pageId} is not watched`);
    return found;
  };
  const refills = async () => (await guest.api.refills.list({ params })).lines[0]?.refills ?? [];
  return { guest, orderId, lineId: line.id, pageId: pageIds[0] ?? "", pageIds, units, read, placements, find, refills };
}
type Delivered = Awaited<ReturnType<typeof delivered>>;

const setPage = (pageId: string, page: EvidencePageMode) => shop.sandbox.control.suppliers.setPage(pageId, page);
const inspect = async ({ orderId, pageId }: Delivered) => {
  await signInOperator();
  const { items } = await operator.api.adminLiveness.inspect({ params: { orderId } });
  const found = items.find(({ address }) => address.endsWith(`/${pageId}`));
  if (found === undefined) throw new Error("The page is watched");
  return found;
};
/** Lets days go by in steps of hours, as a running shop sees them. */
async function live(ms: number, step = 3 * hour): Promise<void> {
  for (let passed = 0; passed < ms; passed += step) await shop.pass(step);
}

describe("a placement that stands", () => {
  test("is looked at within two hours, a few times in the first week, and found there", async () => {
    const bought = await delivered();
    expect(await bought.find(bought.pageId)).toMatchObject({ standing: "not-checked", counts: true, looks: [] });
    await shop.pass(2 * hour);
    const seen = await bought.find(bought.pageId);
    expect(seen).toMatchObject({ standing: "reachable", lookCount: 1, goneSince: null, looks: [{ verdict: "live" }] });
    expect(seen.seenAt).toBe(seen.lastLookAt);
    await live(7 * day, 6 * hour);
    const { lookCount } = await bought.find(bought.pageId);
    expect(lookCount).toBeGreaterThanOrEqual(4);
    expect(lookCount).toBeLessThanOrEqual(6);
    const asked = await shop.sandbox.control.suppliers.readPage(bought.pageId);
    expect(asked).toMatchObject({
      asked: lookCount,
      agent: expect.stringMatching(/^smplat-placement-check\/1 \(\+http/),
    });
    expect((await bought.refills()).length).toBe(0);
  });

  test("is found where it moved to", async () => {
    const bought = await delivered();
    await setPage(bought.pageId, "moved");
    await shop.pass(2 * hour);
    expect(await bought.find(bought.pageId)).toMatchObject({ standing: "reachable" });
    expect(await inspect(bought)).toMatchObject({
      looks: [{ status: 200, answeredBy: expect.stringContaining("moved=1") }],
    });
  });
});

describe("a placement taken down while its supplier says that all is well", () => {
  test("is in doubt first, then counts no more; its make-good is asked for once, made, and watched too", async () => {
    const other = await delivered();
    const bought = await delivered();
    await setPage(bought.pageId, "gone");
    await shop.pass(2 * hour);
    expect(await bought.find(bought.pageId)).toMatchObject({ standing: "in-doubt", counts: true });
    expect(await bought.read()).toMatchObject({ state: "fulfilled", progress: { delivered: 4 } });
    await live(9 * hour);
    const down = await bought.find(bought.pageId);
    expect(down).toMatchObject({
      standing: "not-reachable",
      counts: false,
      looks: [{ verdict: "gone" }, { verdict: "gone" }],
    });
    expect(down.goneSince).toBe(down.looks[1]?.at);
    expect(await bought.read()).toMatchObject({
      state: "short",
      orderState: "delivered",
      progress: { delivered: 4 - bought.units },
    });
    const [asked] = await bought.refills();
    expect(asked).toMatchObject({ automatic: true, state: "requested", units: bought.units });
    // The supplier's own word comes in again and again meanwhile, and changes nothing.
    await live(3 * day, 18 * hour);
    expect(await bought.refills()).toHaveLength(1);
    expect(await bought.read()).toMatchObject({ state: "short" });

    await signInOperator();
    await operator.api.adminRefills.approve({ params: { refillId: asked?.id ?? "" }, idempotencyKey: key() });
    await shop.settle();
    for (let step = 0; step < 30 && (await bought.read()).orderState === "refilling"; step += 1) await shop.pass(hour);
    expect(await bought.read()).toMatchObject({
      state: "fulfilled",
      orderState: "delivered",
      progress: { delivered: 4 },
    });
    expect(await bought.refills()).toMatchObject([{ state: "completed" }]);
    await shop.pass(2 * hour);
    const standings = (await bought.placements()).map(({ standing }) => standing).toSorted();
    const reachable = standings.slice(1);
    expect(standings[0]).toBe("not-reachable");
    expect(reachable.length).toBeGreaterThanOrEqual(bought.pageIds.length);
    expect(new Set(reachable)).toEqual(new Set(["reachable"]));
    const { entries } = await bought.guest.api.orders.timeline({ params: { orderId: bought.orderId } });
    expect(entries.map((entry) => entry.title)).toContain("A placement could no longer be reached");

    expect(await other.read()).toMatchObject({ state: "fulfilled", progress: { delivered: 4 } });
    expect(new Set((await other.placements()).map(({ standing }) => standing))).toEqual(new Set(["reachable"]));
    expect(await other.refills()).toEqual([]);
  });

  test("and back: two looks find it, it counts again, and what was asked for is closed", async () => {
    const bought = await delivered();
    await setPage(bought.pageId, "missing");
    await live(day);
    expect(await bought.read()).toMatchObject({ state: "short" });
    await setPage(bought.pageId, "true");
    const newest = async () => (await bought.find(bought.pageId)).looks[0]?.verdict;
    for (let step = 0; step < 12 && (await newest()) !== "live"; step += 1) await shop.pass(3 * hour);
    expect(await bought.find(bought.pageId)).toMatchObject({ standing: "not-reachable", counts: false });
    expect(await bought.read()).toMatchObject({ state: "short" });
    await live(day);
    expect(await bought.find(bought.pageId)).toMatchObject({ standing: "reachable", counts: true, goneSince: null });
    expect(await bought.read()).toMatchObject({ state: "fulfilled", progress: { delivered: 4 } });
    expect(await bought.refills()).toMatchObject([{ state: "declined" }]);
    const { entries } = await bought.guest.api.orders.timeline({ params: { orderId: bought.orderId } });
    expect(entries.map((entry) => entry.title)).toContain("A placement can be reached again");
  });

  test("flapping changes nothing, and every look is kept", async () => {
    const bought = await delivered();
    await setPage(bought.pageId, "flapping");
    await live(6 * day, 6 * hour);
    const page = await bought.find(bought.pageId);
    expect(page.counts).toBe(true);
    expect(new Set(page.looks.map(({ verdict }) => verdict))).toEqual(new Set(["live", "gone"]));
    expect(await bought.read()).toMatchObject({ state: "fulfilled" });
    expect(await bought.refills()).toEqual([]);
  });
});

describe("a look that can't tell", () => {
  test.each([
    ["outage", "host-trouble", 503],
    ["forbidden", "no-access", 403],
    ["front-page", "sent-elsewhere", 200],
    ["inward", "refused", null],
  ] as const)(
    "%s is unknown, never gone: nothing is asked for, and the looks grow rarer",
    async (mode, reason, status) => {
      const bought = await delivered();
      await setPage(bought.pageId, mode);
      await live(4 * day, 6 * hour);
      const page = await bought.find(bought.pageId);
      expect(page).toMatchObject({ standing: "unknown", counts: true, seenAt: null });
      expect(page.looks.every(({ verdict }) => verdict === "unknown")).toBe(true);
      expect(page.lookCount).toBeLessThan(14);
      const seen = await inspect(bought);
      expect(seen.looks[0]).toMatchObject({ verdict: "unknown", reason, status });
      expect(seen.unanswered).toBe(seen.lookCount);
      expect(await bought.read()).toMatchObject({ state: "fulfilled" });
      expect(await bought.refills()).toEqual([]);
      await setPage(bought.pageId, "true");
      await live(2 * day, 6 * hour);
      expect(await bought.find(bought.pageId)).toMatchObject({ standing: "reachable" });
    },
  );

  test("says so for an address of the inside, which is never called", async () => {
    const bought = await delivered();
    await shop.core.database.pool.query(
      "update liveness_pages set address = 'https://10.0.0.8/secrets' where line_id = $1 and address like '%' || $2",
      [bought.lineId, bought.pageId],
    );
    await shop.pass(2 * hour);
    await signInOperator();
    const { items } = await operator.api.adminLiveness.inspect({ params: { orderId: bought.orderId } });
    expect(items.find(({ address }) => address.includes("10.0.0.8"))).toMatchObject({
      counts: true,
      looks: [{ verdict: "unknown", reason: "refused", status: null }],
    });
    expect((await shop.sandbox.control.suppliers.readPage(bought.pageId)).asked).toBe(0);
  });
});

test("after the guarantee nothing is looked at and nothing is asked for", async () => {
  const bought = await delivered();
  await live(15 * day, 12 * hour);
  const before = await bought.find(bought.pageId);
  expect(before).toMatchObject({ standing: "reachable", nextLookAt: null });
  await setPage(bought.pageId, "gone");
  await live(6 * day, 12 * hour);
  expect(await bought.find(bought.pageId)).toEqual(before);
  expect(await bought.read()).toMatchObject({ state: "fulfilled" });
  expect(await bought.refills()).toEqual([]);
});

test("a job that dies after it looked, and is run again, stores one look", async () => {
  const bought = await delivered();
  await shop.clock.advance(2 * hour);
  const check = shop.core.handlers.find(({ job }) => job.id === "liveness.check-pages");
  if (check?.kind !== "external") throw new Error("Pages are looked at by an external job");
  const { database } = shop.core;
  const transaction = database.transaction.bind(database);
  const dies = () => Promise.reject(new Error("killed"));
  const run = { jobId: key(), attempt: 0, isLast: false, transaction };
  await expect(check.run({ ...run, complete: dies }, {})).rejects.toThrow("killed");
  expect(await bought.find(bought.pageId)).toMatchObject({ lookCount: 0 });
  // Another job that rings meanwhile leaves the pages to the one that has them.
  await check.run({ ...run, jobId: key(), complete: transaction }, {});
  expect(await bought.find(bought.pageId)).toMatchObject({ lookCount: 0 });
  await check.run({ ...run, attempt: 1, complete: transaction }, {});
  expect(await bought.find(bought.pageId)).toMatchObject({ lookCount: 1, looks: [{ verdict: "live" }] });
  await shop.settle();
  expect(await bought.find(bought.pageId)).toMatchObject({ lookCount: 1 });
});

test("401 for strangers and for buyers behind the scenes, 404 for another's order, and no leaks", async () => {
  const bought = await delivered();
  await setPage(bought.pageId, "outage");
  await shop.pass(2 * hour);
  const { orderId } = bought;
  expect((await shop.visit().send("GET", `/orders/${orderId}/placements`)).status).toBe(401);
  const stranger = shop.visit();
  await stranger.api.carts.create({ body: { currency: "EUR" } });
  const foreign = stranger.api.liveness.list({ params: { orderId } });
  expect(await refusal(foreign)).toMatchObject({ status: 404, code: "order.not-found" });
  const behind = bought.guest.api.adminLiveness.inspect({ params: { orderId } });
  expect((await refusal(behind)).status).toBe(401);
  const text = JSON.stringify(await bought.placements());
  expect(text).not.toMatch(/host-trouble|503|latency|answeredBy|northbeam|prv_|att_/i);
  expect(await inspect(bought)).toMatchObject({ looks: [{ reason: "host-trouble", status: 503 }] });
});
