import { createTestCore, placePaidOrder, publishSampleProduct, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Tx } from "#infrastructure/database";
import { seededProviderIds, seedProviders } from "../../seed/providers.ts";

const operator = { role: "operator", staffId: "cus_operator" } as const;
const admin = { role: "admin", staffId: "cus_admin" } as const;

let shop: TestCore;

beforeAll(async () => {
  shop = await createTestCore();
  const nowhere = { apiUrl: "https://supplier.example", apiKey: "key-of-a-supplier", webhookSecret: "secret" };
  await seedProviders(shop.core, { northbeam: { ...nowhere, webhookSecret: "whsec_c2VjcmV0" }, atelier: nowhere });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

const inTx = <R>(work: (tx: Tx) => Promise<R>): Promise<R> => shop.core.database.transaction(work);

test("the manual desk takes a line at once, and people's reports carry it to the end", async () => {
  const { desk } = seededProviderIds;
  await inTx(async (tx) => {
    const cost = { model: "flat", amountMinor: 0 };
    await shop.core.suppliers.saveService(tx, admin, { providerId: desk, service: "by-hand", cost, currency: "EUR" });
    const target = { serviceKey: "by-hand" };
    const mapping = { target, providerId: desk, service: "by-hand", unitsPerItem: 1, priority: 1 };
    await shop.core.suppliers.mapService(tx, admin, mapping);
  });
  const product = await publishSampleProduct(shop.core, { serviceKey: "by-hand" });
  const order = await placePaidOrder(shop.core, [{ product, quantity: 2 }]);
  await shop.core.runner.settle();
  const queue = await shop.core.fulfillment.listDesk(shop.core.database, operator);
  const mine = queue.find((entry) => entry.orderId === order.id);
  expect(mine).toMatchObject({ state: "accepted", providerName: "Concierge desk" });
  const entry = {
    kind: "hours",
    title: "Cut",
    url: null,
    units: 2,
    reportedAt: shop.clock.now().toISOString(),
  } as const;
  const report = { attemptId: mine?.id ?? "", status: "completed", deliveredUnits: 2, evidence: [entry] } as const;
  await inTx((tx) => shop.core.fulfillment.reportDesk(tx, operator, report));
  const delivered = await shop.core.orders.get(shop.core.database, operator, order.id);
  expect(delivered).toMatchObject({
    state: "delivered",
    lines: [{ state: "fulfilled", evidence: [{ title: "Cut" }] }],
  });
});

test("secrets are sealed at rest, and staff sees only which are set", async () => {
  const { rows } = await shop.core.database.pool.query<{ text: string }>("select p::text as text from providers p");
  expect(rows.map((row) => row.text).join()).not.toMatch(/key-of-a-supplier|whsec_/);
  const providers = await shop.core.suppliers.listProviders(shop.core.database, operator);
  expect(JSON.stringify(providers)).not.toMatch(/key-of-a-supplier|v1\./);
  expect(providers.find((entry) => entry.name === "Northbeam")?.secretNames).toEqual(["api-key", "webhook"]);
});

test("a configuration that does not hold is refused with its fields, and only admins may try", async () => {
  const draft = {
    name: "Bad",
    kind: "http",
    state: "active",
    currency: "EUR",
    config: { baseUrl: "ftp://x" },
  } as const;
  await expect(inTx((tx) => shop.core.suppliers.saveProvider(tx, admin, draft))).rejects.toMatchObject({
    code: "provider.configuration-invalid",
  });
  await expect(inTx((tx) => shop.core.suppliers.saveProvider(tx, operator, draft))).rejects.toMatchObject({
    code: "auth.forbidden",
  });
  const customer = { role: "customer", ownerId: "cus_1" } as const;
  await expect(shop.core.suppliers.listProviders(shop.core.database, customer)).rejects.toMatchObject({
    code: "auth.forbidden",
  });
});
