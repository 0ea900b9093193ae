import { type ApiContract, contract, type Endpoint } from "@smplat/contracts";
import { openApiDocument } from "@smplat/contracts/openapi";
import { seededProviderIds, seedProviders } from "@smplat/core/seed";
import {
  fillCart,
  newAccount,
  pay,
  publishSampleProduct,
  startTestShop,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createApp } from "../app.ts";

const hour = 3_600_000;
const serviceKey = "canary-key-of-a-service";
const costMinor = 7_654_321;
const forbiddenNames = /cost|margin|rule|payload|provider|supplier|serviceKey|secret|externalId/i;

const outside = Object.entries(contract as ApiContract as Record<string, Record<string, Endpoint>>).flatMap(
  ([area, list]) =>
    Object.entries(list)
      .filter(([, { audience }]) => audience !== "operator")
      .map(([name, endpoint]) => ({ id: `${area}.${name}`, endpoint })),
);

let shop: TestShop;
let buyer: Visitor;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;
let orderId = "";
let canaries: string[] = [];

beforeAll(async () => {
  shop = await startTestShop(createApp);
  await seedProviders(shop.core, shop.suppliers);
  await shop.reportToShop(seededProviderIds);
  await serveProductWithCanaries();
  product = await publishSampleProduct(shop.core, { serviceKey });
  const { email, password } = await newAccount(shop.core);
  buyer = shop.visit();
  await buyer.api.auth.signIn({ body: { email, password } });
  orderId = (await pay(buyer, await fillCart(buyer, product))).orderId;
  await shop.settle();
  for (let hours = 0; hours < 60; hours += 1) {
    if ((await buyer.api.orders.get({ params: { orderId } })).papers.length === 2) break;
    await shop.pass(hour);
  }
  await fillCart(buyer, product);
  canaries = await secretsOfTheBusiness();
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

async function serveProductWithCanaries(): Promise<void> {
  const admin = { role: "admin", staffId: "cus_canary" } as const;
  const providerId = seededProviderIds.atelier;
  await shop.core.database.transaction(async (tx) => {
    const cost = { model: "per_unit", amountMinor: costMinor, perUnits: 1 } as const;
    await shop.core.suppliers.saveService(tx, admin, {
      providerId,
      service: "community-hours",
      cost,
      currency: "EUR",
    });
    const mapping = { target: { serviceKey }, providerId, service: "community-hours", unitsPerItem: 1, priority: 1 };
    await shop.core.suppliers.mapService(tx, admin, mapping);
  });
}

/** What only staff may ever read: names, keys, prices and references of suppliers, as they are in the books now. */
async function secretsOfTheBusiness(): Promise<string[]> {
  const admin = { role: "admin", staffId: "cus_canary" } as const;
  const attempts = await shop.core.fulfillment.listAttempts(shop.core.database, admin, orderId);
  expect(attempts.length).toBeGreaterThan(0);
  const { northbeam, atelier } = shop.suppliers;
  return [
    ...Object.values(northbeam),
    ...Object.values(atelier),
    ...Object.values(seededProviderIds),
    ...attempts.flatMap(({ id, reference, externalId }) => [id, reference, externalId ?? id]),
    serviceKey,
    String(costMinor),
    "Northbeam",
    "Atelier",
    "community-hours",
  ];
}

/** Every address a shopper can read of what they own, and everything public. */
async function addresses(): Promise<string[]> {
  const cart = await buyer.api.carts.current({});
  return [
    "/health/livez",
    "/products?limit=100",
    "/products?locale=de&q=video",
    `/products/${product.slug}`,
    "/carts/current",
    `/carts/${cart.id}`,
    "/checkout/payment-options",
    "/orders",
    `/orders/${orderId}`,
    `/orders/${orderId}/timeline`,
    `/orders/${orderId}/delivery-proof`,
    `/orders/delivery-proof/metrics?productId=${product.id}`,
    `/orders/${orderId}/papers/invoice/html`,
    `/orders/${orderId}/papers/receipt/html`,
    "/auth/session",
    "/auth/demo-logins",
    "/accounts/profile",
  ];
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [name, ...namesIn(part)]);
}

test("nothing a shopper can read tells a supplier's name, key, price, secret or reference", async () => {
  const order = await buyer.api.orders.get({ params: { orderId } });
  expect(order.lines[0]?.evidence.length, "a delivered order, else there is nothing to leak").toBeGreaterThan(0);
  // The evidence itself is published by whoever made it, at an address of theirs.
  const links = order.lines.flatMap((line) => line.evidence.map(({ url }) => url ?? ""));
  for (const address of await addresses()) {
    const answer = await buyer.send("GET", address);
    const text = links.reduce((rest, link) => rest.replaceAll(link, ""), await answer.text());
    expect(answer.status, address).toBe(200);
    const leaked = canaries.filter((canary) => text.toLowerCase().includes(canary.toLowerCase()));
    expect(leaked, address).toEqual([]);
    const isJson = answer.headers.get("content-type")?.startsWith("application/json") ?? false;
    const names = isJson ? namesIn(JSON.parse(text)).filter((name) => forbiddenNames.test(name)) : [];
    expect(names, address).toEqual([]);
  }
});

test("a reader of the whole API would find the same secrets in the answers meant for staff", async () => {
  const { email, password } = await newAccount(shop.core, "operator");
  const operator = shop.visit();
  await operator.api.auth.signIn({ body: { email, password } });
  const text = JSON.stringify(await operator.api.adminOrders.get({ params: { orderId } }));
  for (const seen of ["Atelier", "community-hours", "cost"]) expect(text).toContain(seen);
  for (const kept of [shop.suppliers.atelier.apiKey, shop.suppliers.atelier.webhookSecret])
    expect(text).not.toContain(kept);
});

test("refusals tell no secret, no statement and no path of the server", async () => {
  const refused = [
    await buyer.send("GET", "/orders/ord_00000000000000000000000000"),
    await buyer.send("POST", "/quotes", { productId: product.id }),
    await buyer.send("POST", "/webhooks/stripe", "{}", { "stripe-signature": "t=1,v1=00" }),
    await buyer.send("POST", `/webhooks/suppliers/${seededProviderIds.atelier}`, "{}", {
      "x-atelier-signature": "sha256=00",
    }),
    await buyer.send("GET", "/admin/orders"),
  ];
  for (const answer of refused) {
    const text = await answer.text();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const leaked = canaries.filter((canary) => text.includes(canary));
    expect(leaked, text).toEqual([]);
    expect(text).not.toMatch(/\bselect\b|\bat \S+\.ts|node_modules|\/packages\//i);
  }
});

test("no answer for shoppers declares a field for costs, margins, rules, payloads or suppliers", () => {
  const { paths } = openApiDocument(contract, "0");
  expect(outside.length).toBeGreaterThan(20);
  for (const { id, endpoint } of outside) {
    const operation = paths[endpoint.path]?.[endpoint.method.toLowerCase()];
    const schema = operation?.responses[String(endpoint.success)]?.content?.["application/json"]?.schema;
    expect(
      namesIn(schema).filter((name) => forbiddenNames.test(name)),
      id,
    ).toEqual([]);
  }
});
