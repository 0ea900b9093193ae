import { recordStatements } from "@smplat/core/database";
import { publishSampleProduct, quote, refusal, startTestShop, type TestShop } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  product = await publishSampleProduct(shop.core);
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

const selection = {
  options: { format: ["short"] },
  addOns: [],
  plan: null,
  fields: { footage: "https://example.com/footage" },
};

describe("POST /quotes", () => {
  test("201 the parts add up to the net, and the gross carries the country's VAT", async () => {
    const made = await quote(shop.visit(), product, { quantity: 10, country: "FR" });
    expect(made.parts.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(made.net.amountMinor);
    expect(made).toMatchObject({ net: { amountMinor: 52_250 }, gross: { amountMinor: 62_700 }, taxRateBp: 2000 });
    const german = await quote(shop.visit(), product, { quantity: 10 });
    expect(german).toMatchObject({ net: made.net, gross: { amountMinor: 62_178 }, country: "DE" });
  });

  test("201 a visitor without a name becomes a guest once", async () => {
    const visitor = shop.visit();
    await quote(visitor, product);
    const cookie = visitor.cookies.get("smplat_guest");
    expect(cookie).toBeDefined();
    await quote(visitor, product);
    expect(visitor.cookies.get("smplat_guest")).toBe(cookie);
  });

  test("201 answers to questions that are not asked are left out of the quote", async () => {
    const fields = { ...selection.fields, chapters: "five" };
    const made = await quote(shop.visit(), product, { selection: { ...selection, fields } });
    expect(made.selection.fields).toEqual(selection.fields);
  });

  test("201 an open question does not change the price: it is listed until it is answered", async () => {
    const visitor = shop.visit();
    const long = { ...selection, options: { format: ["long"] } };
    const [open, half, full] = await Promise.all(
      [{}, selection.fields, { ...selection.fields, chapters: "3" }].map((fields) =>
        quote(visitor, product, { selection: { ...long, fields } }),
      ),
    );
    expect([open?.missing, half?.missing, full?.missing]).toEqual([["footage", "chapters"], ["chapters"], []]);
    expect([open?.net, open?.parts]).toEqual([full?.net, full?.parts]);
  });

  test("422 names every wrong choice, in the visitor's language", async () => {
    const wrong = { options: {}, addOns: ["gone"], plan: null, fields: { footage: "not a link" } };
    expect(await refusal(quote(shop.visit(), product, { quantity: 3, selection: wrong, locale: "de" }))).toMatchObject({
      status: 422,
      code: "selection.invalid",
      fields: [
        { path: "quantity" },
        { path: "selection.options.format", message: "Bitte eine Möglichkeit wählen." },
        { path: "selection.addOns.gone" },
        { path: "selection.fields.footage" },
      ],
    });
  });

  test("422 a platform the product is not for, and 404 a channel of somebody else", async () => {
    const channel = (platform: "x" | "youtube", accountId: string | null) => ({
      platformContext: { platform, handle: "@mara", accountId },
    });
    expect(await refusal(quote(shop.visit(), product, channel("x", null)))).toMatchObject({
      status: 422,
      code: "selection.platform-not-eligible",
    });
    const foreign = `soc_${"0".repeat(26)}`;
    expect(await refusal(quote(shop.visit(), product, channel("youtube", foreign)))).toMatchObject({
      status: 404,
      code: "channel.not-found",
    });
  });

  test("404 a product that does not exist, 409 one that is off sale", async () => {
    const nowhere = { id: `prd_${"0".repeat(26)}` };
    expect(await refusal(quote(shop.visit(), nowhere))).toMatchObject({ status: 404, code: "product.not-found" });
    const gone = await publishSampleProduct(shop.core);
    await shop.core.database.transaction((tx) =>
      shop.core.catalog.unpublish(tx, { role: "admin", staffId: "cus_a" }, gone.id, gone.version, "out of season"),
    );
    expect(await refusal(quote(shop.visit(), gone))).toMatchObject({ status: 409, code: "product.not-published" });
  });

  test("422 unknown fields, wrong types and NUL bytes; 400 what is no JSON", async () => {
    const visitor = shop.visit();
    const body = { productId: product.id, quantity: 4, selection, platformContext: null, currency: "EUR" };
    for (const wrong of [
      { ...body, price: 1 },
      { ...body, quantity: "4" },
      { ...body, quantity: 4.5 },
      { ...body, currency: "CHF" },
      { ...body, selection: { ...selection, options: { __proto__x: ["a"] } } },
    ]) {
      expect((await visitor.send("POST", "/quotes", wrong)).status, JSON.stringify(wrong)).toBe(422);
    }
    const nul = { ...body, selection: { ...selection, fields: { footage: "https://example.com/\u0000" } } };
    expect((await visitor.send("POST", "/quotes", nul)).status).toBe(422);
    expect((await visitor.send("POST", "/quotes", "{")).status).toBe(400);
  });

  test("409 a quote whose stored price was changed can't be put into a cart", async () => {
    const visitor = shop.visit();
    const { id: quoteId } = await quote(visitor, product);
    await shop.core.database.pool.query("update line_quotes set net_minor = 1 where id = $1", [quoteId]);
    const { id: cartId } = await visitor.api.carts.create({ body: { currency: "EUR" } });
    expect(await refusal(visitor.api.carts.addLine({ params: { cartId }, body: { quoteId } }))).toMatchObject({
      status: 409,
      code: "quote.tampered",
    });
  });

  test("takes at most two statements beside knowing the visitor", async () => {
    const visitor = shop.visit();
    await quote(visitor, product);
    const { statements } = await recordStatements(() => quote(visitor, product));
    expect(statements.length).toBeLessThanOrEqual(3);
  });
});
