import { createTestCore, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { recordStatements } from "#infrastructure/database";
import { draftOf } from "../../seed/products/seed-product.ts";
import { seedCatalog, seedProducts } from "../../seed/products/seed-products.ts";
import type { ProductListQuery } from "./list-products.ts";
import type { ProductSort } from "./product-card.ts";

let shop: TestCore;

beforeAll(async () => {
  shop = await createTestCore();
  await seedProducts(shop.core);
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

const list = (query: Partial<ProductListQuery> = {}) =>
  shop.core.catalog.listPublished(shop.core.database, { currency: "EUR", locale: "en", ...query });
const slugs = async (query: Partial<ProductListQuery>) => (await list(query)).items.map((card) => card.slug);

describe("the seed", () => {
  test("puts 24 products on sale once, however often it runs", async () => {
    expect(await seedProducts(shop.core)).toBe(0);
    expect(await slugs({ limit: 100 })).toEqual(seedCatalog.map((seed) => seed.slug));
  });
});

describe("filters", () => {
  test("by platform, category and both", async () => {
    const bluesky = await list({ platform: "bluesky", limit: 100 });
    expect(bluesky.items.length).toBe(seedCatalog.filter((seed) => seed.platforms.includes("bluesky")).length);
    expect(await slugs({ platform: "youtube", category: "audit" })).toEqual([
      "profile-audit",
      "youtube-search-audit",
      "ad-spend-audit",
    ]);
    expect(await slugs({ platform: "twitch" })).toEqual([]);
  });

  test("by the price of the smallest order, ends included", async () => {
    const all = (await list({ limit: 100 })).items;
    const [low, high] = [6_000, 13_000];
    const inside = all.filter((card) => card.fromPriceMinor >= low && card.fromPriceMinor <= high);
    expect((await list({ minPriceMinor: low, maxPriceMinor: high, limit: 100 })).items).toHaveLength(inside.length);
    const one = all[0]?.fromPriceMinor ?? 0;
    const exact = await list({ minPriceMinor: one, maxPriceMinor: one });
    expect(exact.items.every((card) => card.fromPriceMinor === one)).toBe(true);
    expect(exact.items.length).toBeGreaterThan(0);
  });

  test("the stored price of the smallest order is the one pricing computes", async () => {
    for (const currency of ["EUR", "USD", "GBP"] as const) {
      for (const card of (await list({ currency, limit: 100 })).items) {
        const index = seedCatalog.findIndex((seed) => seed.slug === card.slug);
        const seed = seedCatalog[index];
        if (seed === undefined) throw new Error(`${card.slug} is not of the seed`);
        expect(card.fromPriceMinor).toBe(shop.core.pricing.smallestOrderNet(draftOf(seed, index + 1), currency));
      }
    }
  });
});

describe("search", () => {
  test("finds word forms, in the language that is asked in", async () => {
    expect(await slugs({ text: "moderating live chats" })).toContain("live-moderation");
    expect(await slugs({ text: "Vorschaubilder", locale: "de" })).toContain("thumbnail-set");
    expect(await slugs({ text: "Vorschaubilder", locale: "en" })).toEqual([]);
  });

  test("finds a word that is still being typed", async () => {
    expect(await slugs({ text: "thumbn" })).toContain("thumbnail-set");
    expect(await slugs({ text: "video edi" })).toContain("video-editing");
    expect(await slugs({ text: "Gewinnsp", locale: "de" })).toContain("hosted-giveaway");
  });

  test("the best match comes first, unless another order is asked for", async () => {
    expect((await slugs({ text: "podcast" }))[0]).toBe("podcast-mention");
    const prices = (await list({ text: "video", sort: "price-asc", limit: 100 })).items.map(
      (card) => card.fromPriceMinor,
    );
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  });

  test.each([
    "'",
    '"',
    '"open quote',
    "a & | ! ( ) <->",
    "-",
    "\\",
    "%",
    ":*",
    "or",
    "\u0000",
    "   ",
    "💥",
    "x".repeat(120),
  ])("%j does no harm", async (text) => {
    await expect(list({ text })).resolves.toBeDefined();
  });
});

describe("pages", () => {
  const sorts: ProductSort[] = ["featured", "price-asc", "price-desc", "title", "newest"];

  test.each(sorts)("sorted by %s, pages of five show everything once and in the order of one page", async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ sort, limit: 5, cursor });
      seen.push(...page.items.map((card) => card.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual((await list({ sort, limit: 100 })).items.map((card) => card.id));
    expect(new Set(seen).size).toBe(24);
  });

  test("so does a search by relevance", async () => {
    const all = (await list({ text: "video", limit: 100 })).items.map((card) => card.id);
    const first = await list({ text: "video", limit: 3 });
    const rest = await list({ text: "video", limit: 100, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...rest.items].map((card) => card.id)).toEqual(all);
  });

  test("a cursor of another order, or none at all, is refused", async () => {
    const { nextCursor } = await list({ sort: "title", limit: 5 });
    for (const cursor of [nextCursor ?? "", "e30", "bm90IGpzb24", "WyJuZXdlc3QiLCJuZXZlciIsIngiXQ"]) {
      await expect(list({ sort: "newest", cursor })).rejects.toMatchObject({ code: "page.cursor-invalid" });
    }
  });
});

test("a list with everything switched on is one statement, a product is one", async () => {
  const first = await list({ sort: "price-asc", limit: 2, text: "video" });
  const { statements } = await recordStatements(() =>
    list({
      sort: "price-asc",
      limit: 2,
      text: "video",
      platform: "youtube",
      category: "content",
      minPriceMinor: 1,
      maxPriceMinor: 1_000_000,
      cursor: first.nextCursor ?? undefined,
    }),
  );
  expect(statements).toHaveLength(1);
  const product = await recordStatements(() => shop.core.catalog.getPublished(shop.core.database, "short-videos"));
  expect(product.statements).toHaveLength(1);
});
