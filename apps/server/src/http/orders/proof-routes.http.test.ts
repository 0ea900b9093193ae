import { auth, metrics, orders } from "@smplat/contracts";
import {
  createTestCore,
  createTestVisitor,
  newAccount,
  placePaidOrder,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { Hono } from "hono";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { authRoutes } from "../auth/routes.ts";
import { metricRoutes } from "../metrics/routes.ts";
import { serveContract } from "../serve-contract.ts";
import { proofRoutes } from "./proof-routes.ts";

const { deliveryProof, proofMetrics, proofMetricsOfMany } = orders;
const contract = { auth, metrics, orders: { deliveryProof, proofMetrics, proofMetricsOfMany } };
const staff = { role: "admin", staffId: "cus_sample" } as const;
let sandbox: Sandbox;
let shop: TestCore;
let app: Hono;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({ EGRESS_ORIGINS: sandbox.url, BLUESKY_API_URL: `${sandbox.url}/bluesky` });
  app = new Hono();
  serveContract(app, shop.core, contract, {
    auth: authRoutes(shop.core),
    metrics: metricRoutes(shop.core),
    orders: proofRoutes(shop.core),
  });
  product = await publishSampleProduct(shop.core, { platforms: ["bluesky"] });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop?.close();
  await sandbox?.stop();
});

/** A guest who validated a channel and has a paid order for it. */
async function guestWithOrder() {
  const guest = createTestVisitor(app, contract);
  const { account } = await guest.api.metrics.validateAccount({ body: { platform: "bluesky", handle: "proofmaker" } });
  const platformContext = {
    platform: "bluesky",
    handle: "proofmaker.bsky.social",
    accountId: account?.id ?? null,
  } as const;
  const ownerId = await shop.core.customers.resolveGuest(shop.core.database, guest.cookies.get("smplat_guest") ?? "");
  const order = await placePaidOrder(shop.core, [{ product, quantity: 4, platformContext }], ownerId ?? "");
  return { guest, orderId: order.id };
}

describe("GET /orders/{orderId}/delivery-proof", () => {
  test("200 shows the owner the baseline, the label and its plain words", async () => {
    const { guest, orderId } = await guestWithOrder();
    await shop.core.runner.settle();
    const proof = await guest.api.orders.deliveryProof({ params: { orderId } });
    expect(proof.orderId).toBe(orderId);
    expect(proof.lines).toHaveLength(1);
    expect(proof.lines[0]).toMatchObject({
      measured: true,
      account: { handle: "proofmaker.bsky.social" },
      baseline: { source: "bluesky-appview" },
      baselineStrength: { readings: 1, spanHours: 0 },
      weakBaseline: true,
      attested: false,
      forecast: [],
      label: "not_yet_known",
      fulfillment: { ordered: 4, delivered: 0, unit: "editing hour" },
    });
    expect(proof.lines[0]?.explanation).not.toBe("");
  });

  test("200 for staff", async () => {
    const { orderId } = await guestWithOrder();
    const { email, password } = await newAccount(shop.core, "operator");
    const operator = createTestVisitor(app, contract);
    await operator.api.auth.signIn({ body: { email, password } });
    expect((await operator.api.orders.deliveryProof({ params: { orderId } })).orderId).toBe(orderId);
  });

  test("404 for another guest, as if the order were not there; 401 for a stranger", async () => {
    const { orderId } = await guestWithOrder();
    const { guest: other } = await guestWithOrder();
    const foreign = await other.send("GET", `/orders/${orderId}/delivery-proof`);
    expect(foreign.status).toBe(404);
    expect(await foreign.json()).toMatchObject({ code: "order.not-found" });
    expect((await createTestVisitor(app, contract).send("GET", `/orders/${orderId}/delivery-proof`)).status).toBe(401);
  });
});

describe("GET /orders/delivery-proof/metrics", () => {
  test("200 for everybody: hidden numbers are null, their sample size is told", async () => {
    const answer = await createTestVisitor(app, contract).api.orders.proofMetrics({ query: { productId: product.id } });
    expect(answer).toEqual({
      productId: product.id,
      sampleSize: 0,
      minimumSample: 20,
      fulfillmentPercent: null,
      lift: null,
      onTimePercent: null,
      labels: { attributed: 0, consistentWith: 0, inconclusive: 0, contradicts: 0, notYetKnown: 0 },
      computedAt: null,
    });
  });

  test("404 for a product that does not exist, or was never published", async () => {
    const visitor = createTestVisitor(app, contract);
    const { id: _, ...draft } = { ...product, slug: "never-published" };
    const hidden = await shop.core.database.transaction((tx) => shop.core.catalog.save(tx, staff, draft));
    for (const id of ["prd_00000000000000000000000000", hidden.id]) {
      const answer = await visitor.send("GET", `/orders/delivery-proof/metrics?productId=${id}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: "product.not-found" });
    }
  });

  test("422 without a product", async () => {
    const visitor = createTestVisitor(app, contract);
    expect((await visitor.send("GET", "/orders/delivery-proof/metrics")).status).toBe(422);
    expect((await visitor.send("GET", "/orders/delivery-proof/metrics?productId=x")).status).toBe(422);
  });
});

describe("GET /orders/delivery-proof/metrics/of-products", () => {
  test("200 for everybody: one entry per product, unknown ones with a sample of zero", async () => {
    const none = "prd_00000000000000000000000000";
    const answer = await createTestVisitor(app, contract).api.orders.proofMetricsOfMany({
      query: { productIds: `${product.id},${none},${product.id}` },
    });
    expect(answer.items.map(({ productId, sampleSize }) => [productId, sampleSize])).toEqual([
      [product.id, 0],
      [none, 0],
    ]);
  });

  test("422 without ids, with something else, or with more than thirty", async () => {
    const visitor = createTestVisitor(app, contract);
    for (const productIds of ["", "x", Array.from({ length: 31 }, () => product.id).join(",")]) {
      const answer = await visitor.send("GET", `/orders/delivery-proof/metrics/of-products?productIds=${productIds}`);
      expect(answer.status).toBe(422);
    }
  });
});
