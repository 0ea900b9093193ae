import { seededProviderIds, seedProviders } from "@smplat/core/seed";
import { verify } from "@smplat/core/verify";
import {
  fillCart,
  newAccount,
  pay,
  publishSampleProduct,
  refusal,
  startTestShop,
  type TestShop,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;
const hour = 3_600_000;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  await seedProviders(shop.core, shop.suppliers);
  await shop.reportToShop(seededProviderIds);
  for (const supplier of ["northbeam", "atelier"] as const)
    await shop.sandbox.control.suppliers.set(supplier, { variation: "none" });
  product = await publishSampleProduct(shop.core, { measurement: "required", platforms: ["youtube", "bluesky"] });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  const { findings } = await verify(shop.core.database.pool);
  expect(findings).toEqual([]);
  await shop.close();
});

/** A guest with a validated channel who bought four hours for it. */
async function buy() {
  const guest = shop.visit();
  const validation = await guest.api.metrics.validateAccount({ body: { platform: "youtube", handle: "@brand" } });
  expect(validation.status).toBe("measured");
  const platformContext = { platform: "youtube", handle: "@brand", accountId: validation.account?.id ?? null } as const;
  const { orderId } = await pay(guest, await fillCart(guest, product, { platformContext }));
  return { guest, orderId, read: () => guest.api.orders.get({ params: { orderId } }) };
}

describe("a guest's order", () => {
  test("goes from the shop to a proven delivery, with its papers and its mails", async () => {
    const { guest, orderId, read } = await buy();
    await shop.settle();
    expect((await read()).papers.map((paper) => paper.kind)).toEqual(["invoice"]);
    for (let step = 0; step < 40 && (await read()).state !== "delivered"; step += 1) await shop.pass(hour);
    const delivered = await read();
    expect(delivered).toMatchObject({
      state: "delivered",
      lines: [{ state: "fulfilled", progress: { ordered: 4, delivered: 4, late: false } }],
    });
    for (let step = 0; step < 4; step += 1) await shop.pass(hour);
    const proof = await guest.api.orders.deliveryProof({ params: { orderId } });
    expect(proof.lines[0]).toMatchObject({
      measured: true,
      baseline: { source: expect.any(String) },
      latest: expect.anything(),
    });
    const order = await read();
    expect(order.papers.map((paper) => paper.kind).sort()).toEqual(["invoice", "receipt"]);
    for (const { kind, sha256 } of order.papers) {
      const answer = await guest.api.orders.paper({ params: { orderId, kind, format: "pdf" } });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe("%PDF-");
      expect(Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex")).toBe(sha256);
    }
    const subjects = (await shop.sandbox.control.mailbox.list("mara@example.com")).map((mail) => mail.subject);
    expect(subjects.length).toBeGreaterThanOrEqual(2);
    const timeline = await guest.api.orders.timeline({ params: { orderId } });
    const titles = timeline.entries.map((entry) => entry.title);
    expect(titles.filter((title) => title === "Delivery has begun")).toHaveLength(1);
    expect(titles).toEqual(expect.arrayContaining(["You placed the order", "Everything is delivered"]));
  });

  test("shows nothing of suppliers, costs or rules to its buyer, and all of it to staff", async () => {
    const { guest, orderId } = await buy();
    await shop.settle();
    for (const path of ["", "/timeline", "/delivery-proof"]) {
      const text = await (await guest.send("GET", `/orders/${orderId}${path}`)).text();
      expect(text).not.toMatch(/northbeam|atelier|cost|margin|serviceKey|prv_|att_/i);
    }
    const operator = shop.visit();
    const account = await newAccount(shop.core, "operator");
    await operator.api.auth.signIn({ body: { email: account.email, password: account.password } });
    const behind = await operator.api.adminOrders.get({ params: { orderId } });
    expect(behind.attempts[0]?.provider.name).toMatch(/Atelier|Northbeam/);
    expect(behind.audit.map((entry) => entry.command)).toContain("confirm-payment");
    expect((await operator.api.adminOrders.list({ query: {} })).items.map((order) => order.id)).toContain(orderId);
    const history = async (locale: "en" | "de") => {
      const { entries } = await operator.api.adminOrders.timeline({ params: { orderId }, query: { locale } });
      return entries.map((entry) => entry.title).join("\n");
    };
    expect(await history("en")).toContain("The order was placed");
    expect(await history("de")).toContain("Die Bestellung ging ein");
    expect(await history("en"), "staff is not spoken to as the buyer").not.toMatch(/\byou\b|\byour\b/i);
  });

  test("can be canceled before any work was given out, and all of the money goes back", async () => {
    const { guest, orderId, read } = await buy();
    const canceled = await guest.api.orders.cancel({ params: { orderId }, body: { reason: "changed my mind" } });
    expect(canceled.state).toBe("canceled");
    await shop.settle();
    await shop.settle();
    const { totals } = await read();
    expect(totals.refunded).toEqual(totals.gross);
  });

  test("can't be canceled by its buyer once a supplier works on it", async () => {
    const { guest, orderId, read } = await buy();
    await shop.settle();
    await shop.pass(hour);
    expect((await read()).state).toBe("active");
    expect(await refusal(guest.api.orders.cancel({ params: { orderId }, body: {} }))).toMatchObject({
      status: 409,
      code: "order.transition-refused",
    });
  });

  test("is nobody else's: another guest finds nothing at its address, staff finds it", async () => {
    const { orderId } = await buy();
    const stranger = shop.visit();
    await stranger.api.carts.create({ body: { currency: "EUR" } });
    expect(await refusal(stranger.api.orders.get({ params: { orderId } }))).toMatchObject({ status: 404 });
    expect(
      await refusal(stranger.api.orders.paper({ params: { orderId, kind: "invoice", format: "pdf" } })),
    ).toMatchObject({ status: 404 });
    expect((await shop.visit().send("GET", `/orders/${orderId}`)).status).toBe(401);
  });

  test("held by an operator it submits nothing; resumed it goes on", async () => {
    const { orderId, read } = await buy();
    const operator = shop.visit();
    const account = await newAccount(shop.core, "operator");
    await operator.api.auth.signIn({ body: { email: account.email, password: account.password } });
    const { version } = (await operator.api.adminOrders.get({ params: { orderId } })).order;
    await operator.api.adminOrders.transition({
      params: { orderId },
      body: { command: "hold", reason: "odd brief", version },
    });
    await shop.pass(hour);
    expect((await read()).lines[0]?.state).toMatch(/awaiting_baseline|ready/);
    await operator.api.auth.signIn({ body: { email: account.email, password: account.password } });
    const held = (await operator.api.adminOrders.get({ params: { orderId } })).order;
    expect(
      await refusal(
        operator.api.adminOrders.transition({
          params: { orderId },
          body: { command: "resume", reason: "fine", version },
        }),
      ),
    ).toMatchObject({ code: "order.version-conflict" });
    await operator.api.adminOrders.transition({
      params: { orderId },
      body: { command: "resume", reason: "fine", version: held.version },
    });
    await shop.pass(hour);
    expect((await read()).state).toBe("active");
  });
});

describe("GET /orders", () => {
  test("200 a guest sees their own, newest first, page by page", async () => {
    const { guest, orderId } = await buy();
    const second = await pay(guest, await fillCart(guest, product, { platformContext: await channelOf(orderId) }));
    const first = await guest.api.orders.list({ query: { limit: "1" } });
    expect(first.items.map((order) => order.id)).toEqual([second.orderId]);
    const rest = await guest.api.orders.list({ query: { limit: "1", cursor: first.nextCursor ?? "" } });
    expect(rest).toMatchObject({ items: [{ id: orderId }], nextCursor: null });
  });
  test("422 for a cursor that is none", async () => {
    const { guest } = await buy();
    expect(await refusal(guest.api.orders.list({ query: { cursor: "x" } }))).toMatchObject({
      status: 422,
      code: "page.cursor-invalid",
    });
  });
});

async function channelOf(orderId: string) {
  const order = await shop.core.orders.get(shop.core.database, { role: "system", job: "test" }, orderId);
  return order.lines[0]?.platformContext ?? null;
}
