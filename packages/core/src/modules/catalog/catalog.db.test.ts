import { createTestCore, publishSampleProduct, sampleProduct, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { recordStatements } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { CatalogProduct, ProductDraft } from "./product.ts";
import { catalogInvariants } from "./product-invariants.ts";

let shop: TestCore;
let others = 0;
const admin: Actor = { role: "admin", staffId: "cus_admin" };
const operator: Actor = { role: "operator", staffId: "cus_operator" };
const draft = (changes: Partial<ProductDraft> = {}): ProductDraft => ({
  ...sampleProduct,
  slug: `product-${++others}`,
  ...changes,
});

beforeAll(async () => {
  shop = await createTestCore();
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

const save = (product: ProductDraft, actor: Actor = admin) =>
  shop.core.database.transaction((tx) => shop.core.catalog.save(tx, actor, product));
const publish = (id: string, version: number, actor: Actor = admin) =>
  shop.core.database.transaction((tx) => shop.core.catalog.publish(tx, actor, id, version));
const unpublish = (id: string, version: number) =>
  shop.core.database.transaction((tx) => shop.core.catalog.unpublish(tx, admin, id, version, "season is over"));
const find = (id: string) => shop.core.catalog.findById(shop.core.database, id);
const refused = (code: string) => expect.objectContaining({ code });

describe("saving", () => {
  test("a product comes back as it was saved, with the policy's opinion", async () => {
    const saved = await save(draft({ capacityRemaining: 7 }));
    expect(await find(saved.id)).toEqual(saved);
    expect(saved).toMatchObject({ state: "draft", version: 1, capacityRemaining: 7, publishedAt: null });
    expect(saved.policy?.outcome).toBe("allowed");
  });

  test("only admins change products", async () => {
    await expect(save(draft(), operator)).rejects.toEqual(refused("auth.forbidden"));
    await expect(save(draft(), { role: "customer", ownerId: "cus_x" })).rejects.toEqual(refused("auth.forbidden"));
  });

  test("a contradiction is named by field, and nothing is stored", async () => {
    await expect(save(draft({ slug: "Not a slug" }))).rejects.toEqual(
      expect.objectContaining({
        code: "product.invalid",
        details: { fields: [expect.objectContaining({ path: "slug" })] },
      }),
    );
  });

  test("a slug belongs to one product", async () => {
    const one = await save(draft());
    await expect(save(draft({ slug: one.slug }))).rejects.toEqual(refused("product.invalid"));
  });

  test("of two editors with the same version the slower one is told", async () => {
    const saved = await save(draft());
    const edit = (sortRank: number) => save({ ...draft(), slug: saved.slug, id: saved.id, version: 1, sortRank });
    const outcomes = await Promise.allSettled([edit(1), edit(2)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((outcome) => outcome.status === "rejected")).toMatchObject({
      reason: refused("product.version-conflict"),
    });
  });

  test("a change leaves capacity alone unless it names one", async () => {
    const saved = await save(draft({ capacityRemaining: 5 }));
    const { capacityRemaining: _, ...content } = saved;
    const changed = await save({ ...content, sortRank: 99 });
    expect(changed.capacityRemaining).toBe(5);
    expect((await save({ ...changed, capacityRemaining: null })).capacityRemaining).toBeNull();
    expect((await find(saved.id))?.capacityRemaining).toBeNull();
  });
});

describe("publishing", () => {
  test("puts a product on sale with its decision, and taking it off hides it", async () => {
    const saved = await save(draft());
    const published = await publish(saved.id, saved.version);
    expect(published).toMatchObject({ state: "published", version: 2, policy: { outcome: "allowed" } });
    expect((await shop.core.catalog.getPublished(shop.core.database, saved.slug)).id).toBe(saved.id);
    const gone = await unpublish(saved.id, published.version);
    expect(gone.state).toBe("unpublished");
    await expect(shop.core.catalog.getPublished(shop.core.database, saved.slug)).rejects.toEqual(
      refused("product.not-found"),
    );
    expect((await publish(saved.id, gone.version)).publishedAt).toEqual(published.publishedAt);
  });

  test("what the policy refuses can't be published, nor a product on sale be changed into it", async () => {
    const unit = { en: "follower", de: "Follower" };
    const bad = await save(draft({ unit }));
    expect(bad.policy?.outcome).toBe("refused");
    await expect(publish(bad.id, bad.version)).rejects.toEqual(refused("product.policy-refused"));
    const good = await publishSampleProduct(shop.core);
    await expect(save({ ...good, unit })).rejects.toEqual(refused("product.policy-refused"));
    expect(await find(good.id)).toEqual(good);
  });

  test("what is flagged for review may be published by an admin, and keeps the flag", async () => {
    const saved = await save(
      draft({ title: { en: "Giveaway set-up", de: "Gewinnspiel-Aufbau" }, ownershipPolicy: "required" }),
    );
    expect(await shop.core.catalog.checkPolicy(shop.core.database, operator, saved.id)).toMatchObject({
      outcome: "review",
    });
    await expect(publish(saved.id, saved.version, operator)).rejects.toEqual(refused("auth.forbidden"));
    expect((await publish(saved.id, saved.version)).policy?.outcome).toBe("review");
  });

  test("an old version is refused, as is a product that does not exist", async () => {
    const saved = await save(draft());
    await expect(publish(saved.id, 9)).rejects.toEqual(refused("product.version-conflict"));
    await expect(publish("prd_gone", 1)).rejects.toEqual(refused("product.not-found"));
    await expect(unpublish(saved.id, saved.version)).rejects.toEqual(refused("product.not-published"));
  });
});

describe("capacity", () => {
  const reserve = (items: { productId: string; units: number }[]) =>
    shop.core.database.transaction((tx) => shop.core.catalog.reserve(tx, items));
  const release = (items: { productId: string; units: number }[]) =>
    shop.core.database.transaction((tx) => shop.core.catalog.release(tx, items));
  const limited = (capacityRemaining: number | null) => publishSampleProduct(shop.core, { capacityRemaining });

  test("one unit left and eight buyers at once: one gets it, seven are told it is sold out", async () => {
    const product = await limited(2);
    const buyers = Array.from({ length: 8 }, () => reserve([{ productId: product.id, units: 2 }]));
    const outcomes = await Promise.allSettled(buyers);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") {
        expect(outcome.reason).toMatchObject({ code: "product.sold-out", details: { productIds: [product.id] } });
      }
    }
    expect((await find(product.id))?.capacityRemaining).toBe(0);
  });

  test("two orders of the same two products in opposite order both go through, and nothing is lost", async () => {
    const [one, two] = [await limited(100), await limited(100)];
    const forth = [
      { productId: one.id, units: 2 },
      { productId: two.id, units: 2 },
    ];
    await Promise.all(Array.from({ length: 20 }, (_, index) => reserve(index % 2 === 0 ? forth : forth.toReversed())));
    expect((await find(one.id))?.capacityRemaining).toBe(60);
    expect((await find(two.id))?.capacityRemaining).toBe(60);
  });

  test("all or nothing: when one item is short, the others keep their capacity", async () => {
    const [plenty, scarce] = [await limited(10), await limited(1)];
    await expect(
      reserve([
        { productId: plenty.id, units: 4 },
        { productId: scarce.id, units: 2 },
      ]),
    ).rejects.toEqual(refused("product.sold-out"));
    expect((await find(plenty.id))?.capacityRemaining).toBe(10);
  });

  test("several lines of one product are counted together", async () => {
    const product = await limited(5);
    const line = { productId: product.id, units: 3 };
    await expect(reserve([line, line])).rejects.toEqual(refused("product.sold-out"));
  });

  test("it takes one statement, and unlimited products are never short", async () => {
    const [product, other] = [await limited(null), await limited(4)];
    const items = [
      { productId: product.id, units: 1_000_000 },
      { productId: other.id, units: 4 },
    ];
    const { statements } = await recordStatements(() => reserve(items));
    expect(statements).toHaveLength(1);
    await release(items);
    expect((await find(other.id))?.capacityRemaining).toBe(4);
    expect((await find(product.id))?.capacityRemaining).toBeNull();
  });

  test("what is off sale, or never was there, can't be reserved", async () => {
    const product = await limited(4);
    await unpublish(product.id, product.version);
    const item = { productId: product.id, units: 2 };
    await expect(reserve([item])).rejects.toEqual(refused("product.not-published"));
    await expect(reserve([{ productId: "prd_gone", units: 2 }])).rejects.toEqual(refused("product.not-published"));
  });
});

describe("the list for staff", () => {
  test("pages through everything, the last changed first, and finds by part of a name", async () => {
    const made: CatalogProduct[] = [];
    for (const name of ["Alpenglow one", "Alpenglow two", "Alpenglow three"]) {
      made.push(await save(draft({ title: { en: name, de: "Alpenglühen 100%" } })));
    }
    const list = (query: object) => shop.core.catalog.listForStaff(shop.core.database, operator, query);
    const first = await list({ text: "alpenglow", limit: 2 });
    expect(first.items.map((product) => product.id)).toEqual([made[2]?.id, made[1]?.id]);
    const second = await list({ text: "alpenglow", limit: 2, cursor: first.nextCursor ?? "" });
    expect(second).toMatchObject({ items: [{ id: made[0]?.id }], nextCursor: null });
    expect((await list({ text: "100%", state: "draft" })).items).toHaveLength(3);
    expect((await list({ text: "100_" })).items).toHaveLength(0);
    await expect(list({ cursor: "nonsense" })).rejects.toEqual(refused("page.cursor-invalid"));
  });
});

test("the catalogue's invariants hold after all of this", async () => {
  for (const { id, sql } of catalogInvariants) {
    const { rows } = await shop.core.database.pool.query(sql);
    expect(rows, id).toEqual([]);
  }
});
