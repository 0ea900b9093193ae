import { createTestCore, publishedEvents, type TestCore } from "@smplat/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor, system } from "#kernel/actor";
import { verify } from "../../verify/index.ts";
import type { NewOrder } from "./place-order.ts";

let shop: TestCore;
beforeAll(async () => {
  shop = await createTestCore();
});
afterAll(() => shop.close());

const buyer: Actor = { role: "guest", ownerId: "gst_buyer" };
const operator: Actor = { role: "operator", staffId: "cus_operator" };
let carts = 0;

const newOrder = (): NewOrder => {
  carts += 1;
  return {
    ownerId: "gst_buyer",
    cartId: `crt_${carts}`,
    currency: "EUR",
    locale: "en",
    contact: { email: "mara@example.com", name: "Mara" },
    billing: {
      company: null,
      taxId: null,
      address: { line1: "Weg 1", city: "Berlin", postalCode: "10115", country: "DE" },
    },
    netMinor: 10_000,
    taxMinor: 1_900,
    totalMinor: 11_900,
    cartQuoteId: "cqt_1",
    consents: { terms: true, earlyStart: true, at: "2026-11-22T10:00:00.000Z" },
    notes: null,
    reviewReason: null,
    lines: [6_000, 4_000].map((netMinor) => ({
      productId: "prd_1",
      product: {
        slug: "reel-edit",
        title: { en: "Reel edit", de: "Reel-Schnitt" },
        unit: { en: "reel", de: "Reel" },
        artSeed: 1,
        deliverableKind: "asset",
        serviceKey: "content",
        evidence: { guaranteeDays: 30, thresholdPercent: 90 },
        sla: { startsWithinHours: 12, deliversWithinHours: 24 },
        measurement: "optional",
        policy: null,
      },
      quantity: 2,
      selection: { options: {}, addOns: [], plan: null, fields: {} },
      summary: [],
      platformContext: null,
      socialAccountId: null,
      parts: [{ kind: "base", key: null, label: "2 reels", amountMinor: netMinor }],
      netMinor,
      taxMinor: netMinor * 0.19,
      taxRateBp: 1_900,
    })),
  };
};

const orders = () => shop.core.orders;
const place = (order = newOrder()) => shop.core.database.transaction((tx) => shop.core.orders.place(tx, buyer, order));
/** Money comes in through payments in real life; here only the order's side of it is under test. */
const paid = async () => {
  const order = await place();
  return shop.core.database.transaction((tx) =>
    shop.core.orders.transition(tx, system("test"), order.id, {
      command: "confirm-payment",
      changes: { capturedMinor: order.totalMinor, paidAt: shop.clock.now() },
    }),
  );
};
const report = (orderId: string, lineId: string, state: "accepted" | "delivering" | "fulfilled" | "short", more = {}) =>
  shop.core.database.transaction((tx) =>
    shop.core.orders.recordLine(tx, system("test"), orderId, { lineId, state, checkedAt: shop.clock.now(), ...more }),
  );

describe("placing", () => {
  test("a cart becomes one order: of ten at once one is placed, nine are told", async () => {
    const order = newOrder();
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => place(order)));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason.code).toBe("order.already-placed");
  });
  test("lines that don't add up to the order are refused and nothing is written", async () => {
    await expect(place({ ...newOrder(), netMinor: 9_999, totalMinor: 11_899 })).rejects.toMatchObject({
      code: "invariant.broken",
    });
  });
});

describe("moving", () => {
  test("of two transitions at once each sees the other: one hold wins, the version rises by one", async () => {
    const order = await paid();
    const hold = () =>
      shop.core.database.transaction((tx) =>
        orders().transition(tx, operator, order.id, {
          command: "hold",
          reason: "look",
          expectedVersion: order.version,
        }),
      );
    const outcomes = await Promise.allSettled([hold(), hold()]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await orders().get(shop.core.database, operator, order.id)).version).toBe(order.version + 1);
  });
  test("each move leaves one audit row with actor and reason, and one event", async () => {
    const order = await paid();
    await shop.core.database.transaction((tx) =>
      orders().transition(tx, operator, order.id, { command: "hold", reason: "odd brief" }),
    );
    const audit = await orders().audit(shop.core.database, operator, order.id);
    expect(audit.map((entry) => entry.command)).toEqual(["place", "confirm-payment", "hold"]);
    expect(audit.at(-1)).toMatchObject({
      seq: 3,
      reason: "odd brief",
      actor: { kind: "operator", id: "cus_operator" },
    });
  });
  test("the audit can't be changed, not even by hand", async () => {
    await expect(shop.core.database.pool.query("update order_audit set reason = 'forged'")).rejects.toThrow(
      /append-only/,
    );
    await expect(shop.core.database.pool.query("delete from order_audit")).rejects.toThrow(/append-only/);
  });
  test("a number is drawn when money is certain, never before", async () => {
    const placed = await place();
    expect(placed.number).toBeNull();
    expect((await paid()).number).toMatch(/^SM-\d{6}$/);
  });
  test("a shopper can't hold or confirm, and a stranger does not learn that the order exists", async () => {
    const order = await paid();
    const ask = (actor: Actor, command: "hold" | "confirm-payment") =>
      shop.core.database.transaction((tx) => orders().transition(tx, actor, order.id, { command }));
    await expect(ask(buyer, "hold")).rejects.toMatchObject({ code: "auth.forbidden" });
    await expect(ask(buyer, "confirm-payment")).rejects.toMatchObject({ code: "auth.forbidden" });
    await expect(ask({ role: "guest", ownerId: "gst_other" }, "hold")).rejects.toMatchObject({
      code: "order.not-found",
    });
  });
});

describe("following its lines", () => {
  test("a report older than the one stored changes nothing", async () => {
    const order = await paid();
    const lineId = order.lines[0]?.id ?? "";
    const early = shop.clock.now();
    await shop.clock.advance(60_000);
    await report(order.id, lineId, "delivering", { deliveredUnits: 1 });
    await report(order.id, lineId, "accepted", { deliveredUnits: 0, checkedAt: early });
    const line = (await orders().get(shop.core.database, operator, order.id)).lines[0];
    expect(line).toMatchObject({ state: "delivering", deliveredUnits: 1 });
  });
  test("delivered when every line is, and completed once every guarantee is over", async () => {
    const order = await paid();
    const guaranteeEndsAt = new Date(shop.clock.now().getTime() + 86_400_000);
    for (const line of order.lines)
      await report(order.id, line.id, "fulfilled", { deliveredUnits: 2, guaranteeEndsAt });
    expect((await orders().get(shop.core.database, operator, order.id)).state).toBe("delivered");
    await shop.clock.advance(86_400_001);
    await shop.core.database.transaction((tx) =>
      shop.core.orders.jobs[0]?.kind === "local"
        ? shop.core.orders.jobs[0].run(tx, { orderId: order.id }, { jobId: "job", attempt: 0, isLast: false })
        : Promise.resolve(),
    );
    expect((await orders().get(shop.core.database, operator, order.id)).state).toBe("completed");
  });
  test("the delivery is announced once, also when evidence falls afterwards", async () => {
    const order = await paid();
    for (const line of order.lines) await report(order.id, line.id, "fulfilled", { deliveredUnits: 2 });
    await report(order.id, order.lines[0]?.id ?? "", "short", { deliveredUnits: 1 });
    const events = await publishedEvents(shop.core, "order.delivered");
    expect(events.filter((event) => event.orderId === order.id)).toHaveLength(1);
  });
  test("a full refund ends the order", async () => {
    const order = await paid();
    const lines = order.lines.map((line) => ({ lineId: line.id, amountMinor: line.netMinor + line.taxMinor }));
    const refunded = await shop.core.database.transaction((tx) =>
      orders().recordRefund(tx, system("test"), order.id, { refundId: "rfd_1", amountMinor: 11_900, lines }),
    );
    expect(refunded).toMatchObject({ state: "refunded", refundedMinor: 11_900 });
  });
});

test("after all of this the order invariants hold", async () => {
  const { findings } = await verify(shop.core.database.pool);
  expect(findings.filter((finding) => finding.id.startsWith("O"))).toEqual([]);
});
