import { createTestCore, publishSampleProduct, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { recordStatements } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { days, minutes, seconds } from "#kernel/clock";
import type { CatalogProduct } from "#modules/catalog";
import type { LineQuoteRequest, StoredLineQuote } from "./line-quote.ts";
import { purgeQuotesJob } from "./quote-jobs.ts";

let shop: TestCore;
let product: CatalogProduct;
const guest: Actor = { role: "guest", ownerId: "gst_mara" };

beforeAll(async () => {
  shop = await createTestCore();
  product = await publishSampleProduct(shop.core);
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

const request = (changes: Partial<LineQuoteRequest> = {}): LineQuoteRequest => ({
  productId: product.id,
  quantity: 4,
  selection: { options: { format: ["short"] }, addOns: [], plan: null, fields: { footage: "https://example.com/a" } },
  platformContext: { platform: "youtube", handle: "@mara", accountId: null },
  currency: "EUR",
  locale: "en",
  ...changes,
});
const quote = (changes: Partial<LineQuoteRequest> = {}, actor: Actor = guest) =>
  shop.core.pricing.quoteLine(shop.core.database, actor, request(changes));
const find = async (id: string): Promise<StoredLineQuote | undefined> =>
  (await shop.core.pricing.findQuotes(shop.core.database, [id]))[0];
const refused = (code: string) => expect.objectContaining({ code });

describe("a line quote", () => {
  test("is stored as it was answered, in two statements", async () => {
    const { result, statements } = await recordStatements(() => quote());
    expect(statements).toHaveLength(2);
    expect(await find(result.id)).toEqual(result);
    expect(result).toMatchObject({ ownerId: "gst_mara", netMinor: 22_000, cartLineId: null });
  });

  test("is priced while required questions are open, stored with which, and tells them when asked to", async () => {
    const open = await quote({ selection: { ...request().selection, fields: {} }, locale: "de" });
    expect(open).toMatchObject({ netMinor: 22_000, missing: ["footage"] });
    const stored = await find(open.id);
    expect(stored).toEqual(open);
    expect(() => shop.core.pricing.requireAnswers(open)).toThrow(
      expect.objectContaining({
        code: "selection.invalid",
        details: { fields: [{ path: "selection.fields.footage", message: "Bitte ausfüllen." }] },
      }),
    );
    const complete = await quote();
    expect(complete.missing).toEqual([]);
    expect(() => shop.core.pricing.requireAnswers(complete)).not.toThrow();
  });

  test("of a wrong answer is refused", async () => {
    const wrong = { ...request().selection, fields: { footage: "no link" } };
    await expect(quote({ selection: wrong })).rejects.toEqual(refused("selection.invalid"));
  });

  test("is honoured for thirty minutes on the wall", async () => {
    const made = await quote();
    expect(made.expiresAt.getTime() - made.createdAt.getTime()).toBe(minutes(30));
    expect(shop.core.pricing.isLive(made)).toBe(true);
    await shop.clock.advance(minutes(30) + seconds(1));
    expect(shop.core.pricing.isLive(made)).toBe(false);
  });

  test("needs an owner", async () => {
    await expect(quote({}, { role: "anonymous" })).rejects.toEqual(refused("auth.required"));
  });

  test("of a draft does not exist, of a product off sale is refused", async () => {
    await expect(quote({ productId: "prd_gone" })).rejects.toEqual(refused("product.not-found"));
    const gone = await publishSampleProduct(shop.core);
    const admin: Actor = { role: "admin", staffId: "cus_admin" };
    await shop.core.database.transaction((tx) =>
      shop.core.catalog.unpublish(tx, admin, gone.id, gone.version, "out of season"),
    );
    await expect(quote({ productId: gone.id })).rejects.toEqual(refused("product.not-published"));
  });

  test("is the same configuration however it is written, and another one for anything else", async () => {
    const [one, two] = [await quote({ quantity: 2 }), await quote({ quantity: 8 })];
    expect(one.configHash).toBe(two.configHash);
    const other = await quote({ selection: { ...request().selection, addOns: ["express"] } });
    const elsewhere = await quote({ platformContext: null });
    expect(new Set([one.configHash, other.configHash, elsewhere.configHash]).size).toBe(3);
  });
});

describe("a signature", () => {
  test("survives the database", async () => {
    const { id } = await quote({ selection: { ...request().selection, addOns: ["grading", "express"] } });
    const stored = await find(id);
    expect(stored !== undefined && shop.core.pricing.verifySignature(stored)).toBe(true);
  });

  test("is broken by any change of what was promised", async () => {
    const honest = await quote();
    const forged: Partial<StoredLineQuote>[] = [
      { netMinor: 1 },
      { quantity: 40 },
      { productId: "prd_other" },
      { productVersion: 99 },
      { currency: "USD" },
      { expiresAt: new Date(honest.expiresAt.getTime() + 1) },
      { selection: { ...honest.selection, addOns: ["express"] } },
      { platformContext: null },
      { parts: honest.parts.map((part) => ({ ...part, amountMinor: part.amountMinor - 1 })) },
      { missing: ["footage"] },
      { configHash: "0".repeat(64) },
      { signature: `${honest.signature.slice(0, -2)}xx` },
      { signature: "" },
    ];
    for (const change of forged) {
      expect(shop.core.pricing.verifySignature({ ...honest, ...change }), JSON.stringify(change)).toBe(false);
    }
    expect(shop.core.pricing.verifySignature(honest)).toBe(true);
  });

  test.each(["net_minor = 1", "missing = '{}'"])(
    "of a row whose %s was set in the database is noticed",
    async (change) => {
      const { id } = await quote({ selection: { ...request().selection, fields: {} } });
      const honest = await find(id);
      expect(honest !== undefined && shop.core.pricing.verifySignature(honest)).toBe(true);
      await shop.core.database.pool.query(`update line_quotes set ${change} where id = $1`, [id]);
      const stored = await find(id);
      expect(stored !== undefined && shop.core.pricing.verifySignature(stored)).toBe(false);
    },
  );
});

describe("quotes and carts", () => {
  test("a quote goes to one cart line only", async () => {
    const { id } = await quote();
    const attach = (line: string) =>
      shop.core.database.transaction((tx) => shop.core.pricing.attachQuote(tx, id, line));
    const outcomes = await Promise.all([attach("cln_a"), attach("cln_b"), attach("cln_c")]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });

  test("many quotes are stored at once, and move to the account with their owner", async () => {
    const owner: Actor = { role: "guest", ownerId: "gst_moves" };
    const first = await quote({}, owner);
    const { productId: _, ...rest } = request();
    const made = [2, 4].map((quantity) =>
      shop.core.pricing.makeQuote(product, "gst_moves", { ...rest, quantity }, "cln_line"),
    );
    const { statements } = await recordStatements(() => shop.core.pricing.insertQuotes(shop.core.database, made));
    expect(statements).toHaveLength(1);
    await shop.core.database.transaction((tx) => shop.core.pricing.reassign(tx, "gst_moves", "cus_moved"));
    const ids = [first.id, ...made.map((entry) => entry.id)];
    const moved = await shop.core.pricing.findQuotes(shop.core.database, ids);
    expect(moved.map((entry) => entry.ownerId)).toEqual(["cus_moved", "cus_moved", "cus_moved"]);
    expect(moved.every(shop.core.pricing.verifySignature)).toBe(true);
  });
});

test("a week after they expired, quotes no cart line took are deleted", async () => {
  const [unused, used] = [await quote(), await quote()];
  await shop.core.database.transaction((tx) => shop.core.pricing.attachQuote(tx, used.id, "cln_keeps"));
  await shop.clock.advance(days(7) + minutes(31));
  const fresh = await quote();
  await shop.core.database.transaction(async (tx) => tx.enqueue(purgeQuotesJob, {}));
  await shop.core.runner.settle();
  expect(await find(unused.id)).toBeUndefined();
  expect((await find(used.id))?.cartLineId).toBe("cln_keeps");
  expect(await find(fresh.id)).toBeDefined();
});
