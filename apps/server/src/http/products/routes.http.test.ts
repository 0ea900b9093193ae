import { recordStatements } from "@smplat/core/database";
import { seedProducts } from "@smplat/core/seed";
import { refusal, startTestShop, type TestShop } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  await seedProducts(shop.core);
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

type ListQuery = Parameters<ReturnType<TestShop["visit"]>["api"]["products"]["list"]>[0]["query"];
const list = (query: NonNullable<ListQuery> = {}) => shop.visit().api.products.list({ query });
const get = (slug: string, query = {}) => shop.visit().api.products.get({ params: { slug }, query });

describe("GET /products", () => {
  test("200 cards carry the price with VAT of the smallest order", async () => {
    const { items } = await list({ limit: "100" });
    expect(items).toHaveLength(24);
    const audit = items.find((card) => card.slug === "profile-audit");
    expect(audit).toMatchObject({ fromPrice: { amountMinor: 15_351, currency: "EUR" }, taxRateBp: 1900 });
  });

  test("200 the buyer's country decides the VAT, the currency the price", async () => {
    const french = (await list({ country: "FR", q: "profile audit" })).items[0];
    expect(french).toMatchObject({ fromPrice: { amountMinor: 15_480 }, taxRateBp: 2000 });
    const american = (await list({ country: "US", currency: "USD", q: "profile audit" })).items[0];
    expect(american).toMatchObject({ fromPrice: { amountMinor: 13_900, currency: "USD" }, taxRateBp: 0 });
  });

  test("200 a price filter means what people pay, to the cent", async () => {
    const { items } = await list({ minPriceMinor: "15351", maxPriceMinor: "15351" });
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((card) => card.fromPrice.amountMinor === 15_351)).toBe(true);
    const cheaper = await list({ maxPriceMinor: "15350", limit: "100" });
    expect(cheaper.items.map((card) => card.slug)).not.toContain("profile-audit");
  });

  test("200 in German, with German search", async () => {
    const { items } = await list({ locale: "de", q: "Untertitel", platform: "tiktok" });
    expect(items[0]).toMatchObject({ title: "Untertitel und Lokalisierung", unit: "Video bis 10 Minuten" });
  });

  test("200 availability is told, the exact number is not", async () => {
    const { items } = await list({ limit: "100" });
    const availability = new Map(items.map((card) => [card.slug, card.availability]));
    expect(availability.get("podcast-mention")).toBe("sold_out");
    expect(availability.get("live-moderation")).toBe("few_left");
    expect(availability.get("boosted-post")).toBe("available");
    expect(JSON.stringify(items)).not.toMatch(/capacity|serviceKey|northbeam|atelier|policy/i);
  });

  test("200 pages follow each other", async () => {
    const first = await list({ sort: "price-asc", limit: "10" });
    const second = await list({ sort: "price-asc", limit: "100", cursor: first.nextCursor ?? "" });
    expect(first.items.length + second.items.length).toBe(24);
    const prices = [...first.items, ...second.items].map((card) => card.fromPrice.amountMinor);
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
    expect(second.nextCursor).toBeNull();
  });

  test("422 a broken cursor, an unknown sort, a NUL byte, an unknown filter", async () => {
    expect(await refusal(list({ cursor: "nonsense" }))).toMatchObject({ status: 422, code: "page.cursor-invalid" });
    const visitor = shop.visit();
    for (const query of ["sort=cheapest", "q=a%00b", "limit=0", "limit=101", "color=red", "currency=CHF"]) {
      const answer = await visitor.send("GET", `/products?${query}`);
      expect(answer.status, query).toBe(422);
      expect(await answer.json()).toMatchObject({ code: "request.invalid" });
    }
  });

  test("takes at most three statements", async () => {
    const { statements } = await recordStatements(() => list({ platform: "youtube", q: "video", limit: "20" }));
    expect(statements.length).toBeLessThanOrEqual(3);
  });
});

describe("GET /products/{slug}", () => {
  test("200 everything needed to configure it, in one language and currency", async () => {
    const product = await get("video-editing", { locale: "de", currency: "GBP", country: "GB" });
    expect(product).toMatchObject({
      title: "Schnitt für lange Videos",
      unitPrice: { amountMinor: 16_900, currency: "GBP" },
      fromPrice: { amountMinor: 20_280, currency: "GBP" },
      taxRateBp: 2000,
      proof: { sampleSize: 0, medianFulfillmentPercent: null },
    });
    const length = product.optionGroups.find((group) => group.key === "length");
    expect(length?.options.map((option) => option.priceDeltaMinor)).toEqual([0, 7_900, 18_500]);
    expect(product.plans.map((plan) => [plan.key, plan.multiplierBp])).toEqual([
      ["standard", 10_000],
      ["priority", 13_000],
    ]);
  });

  test("200 tells shoppers nothing of services, suppliers, policy or stock", async () => {
    for (const slug of ["local-opening-days", "live-moderation", "hosted-giveaway"]) {
      const body = JSON.stringify(await get(slug));
      expect(body).not.toMatch(/serviceKey|northbeam|atelier|capacity|"policy"|outcome|sortRank/);
    }
  });

  test("404 for a slug nobody has, and 422 for what is no slug", async () => {
    expect(await refusal(get("no-such-thing"))).toMatchObject({ status: 404, code: "product.not-found" });
    expect((await shop.visit().send("GET", "/products/Not%00a%20slug")).status).toBe(422);
  });

  test("takes at most three statements", async () => {
    const { statements } = await recordStatements(() => get("short-videos"));
    expect(statements.length).toBeLessThanOrEqual(3);
  });
});
