import {
  newAccount,
  publishSampleProduct,
  refusal,
  sampleProduct,
  startTestShop,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;
let admin: Visitor;
let operator: Visitor;
let customer: Visitor;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  [admin, operator, customer] = [await signIn("admin"), await signIn("operator"), await signIn("customer")];
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

async function signIn(role: "admin" | "operator" | "customer"): Promise<Visitor> {
  const { email, password } = await newAccount(shop.core, role);
  const visitor = shop.visit();
  await visitor.api.auth.signIn({ body: { email, password } });
  return visitor;
}

const saveDraft = (changes: object) =>
  shop.core.database.transaction((tx) =>
    shop.core.catalog.save(tx, { role: "admin", staffId: "cus_editor" }, { ...sampleProduct, ...changes }),
  );

describe("GET /admin/products", () => {
  test("200 staff see every state, with policy and stock", async () => {
    const product = await publishSampleProduct(shop.core, { capacityRemaining: 9 });
    const { items } = await operator.api.adminProducts.list({ query: { state: "published" } });
    expect(items.find((item) => item.id === product.id)).toMatchObject({
      capacityRemaining: 9,
      policy: { outcome: "allowed", reasons: [] },
      unitPrice: { amountMinor: 5_500, currency: "EUR" },
    });
  });

  test("401 and 403 for everybody else", async () => {
    expect(await refusal(shop.visit().api.adminProducts.list({}))).toMatchObject({ status: 401 });
    expect(await refusal(customer.api.adminProducts.list({}))).toMatchObject({ status: 403 });
  });
});

describe("POST /admin/products/{productId}/publish", () => {
  test("200 an admin puts it on sale, 409 with the old version, and off again", async () => {
    const { id: productId } = await saveDraft({ slug: "on-and-off" });
    const params = { productId };
    const checked = await operator.api.adminProducts.checkPolicy({ params });
    expect(checked).toMatchObject({ outcome: "allowed", reasons: [] });
    const published = await admin.api.adminProducts.publish({ params, body: { version: 1 } });
    expect(published).toMatchObject({ state: "published", version: 2 });
    expect(await refusal(admin.api.adminProducts.publish({ params, body: { version: 1 } }))).toMatchObject({
      status: 409,
      code: "product.version-conflict",
      actual: 2,
    });
    const body = { version: 2, reason: "Season is over" };
    expect(await admin.api.adminProducts.unpublish({ params, body })).toMatchObject({ state: "unpublished" });
    expect(await refusal(shop.visit().api.products.get({ params: { slug: "on-and-off" } }))).toMatchObject({
      status: 404,
    });
  });

  test("422 names every rule a product breaks", async () => {
    const unit = { en: "1,000 followers", de: "1.000 Follower" };
    const { id: productId } = await saveDraft({ slug: "refused", unit });
    const params = { productId };
    expect(await refusal(admin.api.adminProducts.publish({ params, body: { version: 1 } }))).toMatchObject({
      status: 422,
      code: "product.policy-refused",
      reasons: [{ rule: "priced-per-engagement" }],
    });
    expect(await operator.api.adminProducts.checkPolicy({ params })).toMatchObject({ outcome: "refused" });
  });

  test("403 for an operator, 404 for a product that does not exist", async () => {
    const { id: productId } = await saveDraft({ slug: "not-yours" });
    const call = operator.api.adminProducts.publish({ params: { productId }, body: { version: 1 } });
    expect(await refusal(call)).toMatchObject({ status: 403 });
    const gone = { productId: `prd_${"0".repeat(26)}` };
    expect(await refusal(admin.api.adminProducts.checkPolicy({ params: gone }))).toMatchObject({ status: 404 });
  });
});
