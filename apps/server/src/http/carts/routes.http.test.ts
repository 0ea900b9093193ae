import { recordStatements } from "@smplat/core/database";
import {
  newAccount,
  publishSampleProduct,
  quote,
  refusal,
  startTestShop,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
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

const newCart = async (visitor: Visitor) => (await visitor.api.carts.create({ body: { currency: "EUR" } })).id;
const add = (visitor: Visitor, cartId: string, quoteId: string) =>
  visitor.api.carts.addLine({ params: { cartId }, body: { quoteId } });
const read = (visitor: Visitor, cartId: string) => visitor.api.carts.get({ params: { cartId } });

describe("POST /carts/{cartId}/lines", () => {
  test("201 ten adds at once are ten adds: no increment is lost, and the price is the one for all of them", async () => {
    const visitor = shop.visit();
    const cartId = await newCart(visitor);
    const quotes = await Promise.all(Array.from({ length: 10 }, () => quote(visitor, product, { quantity: 2 })));
    await Promise.all(quotes.map(({ id }) => add(visitor, cartId, id)));
    const cart = await read(visitor, cartId);
    expect(cart.lines).toHaveLength(1);
    expect(cart.lines[0]?.quantity).toBe(20);
    expect(cart.lines[0]?.net).toEqual((await quote(visitor, product, { quantity: 20 })).net);
  });

  test("201 the same quote twice is one add", async () => {
    const visitor = shop.visit();
    const cartId = await newCart(visitor);
    const { id } = await quote(visitor, product);
    await Promise.all([add(visitor, cartId, id), add(visitor, cartId, id), add(visitor, cartId, id)]);
    expect((await read(visitor, cartId)).lines.map((line) => line.quantity)).toEqual([4]);
  });

  test("201 another configuration is another line", async () => {
    const visitor = shop.visit();
    const cartId = await newCart(visitor);
    const plain = await quote(visitor, product);
    const long = await quote(visitor, product, {
      selection: {
        options: { format: ["long"] },
        addOns: [],
        plan: null,
        fields: { footage: "https://example.com/a", chapters: "3" },
      },
    });
    await add(visitor, cartId, plain.id);
    expect((await add(visitor, cartId, long.id)).lines).toHaveLength(2);
  });

  test("at most 4 SQL statements", async () => {
    const visitor = shop.visit();
    const cartId = await newCart(visitor);
    const { id } = await quote(visitor, product);
    const { statements } = await recordStatements(() => add(visitor, cartId, id));
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(4);
  });

  test("404 for a cart or a quote of somebody else, as if they were not there", async () => {
    const mine = shop.visit();
    const cartId = await newCart(mine);
    const theirs = shop.visit();
    const { id } = await quote(theirs, product);
    expect(await refusal(add(mine, cartId, id))).toMatchObject({ status: 404, code: "quote.not-found" });
    expect(await refusal(add(theirs, cartId, id))).toMatchObject({ status: 404, code: "cart.not-found" });
    expect(await refusal(read(theirs, cartId))).toMatchObject({ status: 404, code: "cart.not-found" });
  });

  test("409 for a quote whose half hour is over, and for another currency than the cart's", async () => {
    const visitor = shop.visit();
    const cartId = await newCart(visitor);
    const dollars = await quote(visitor, product, { currency: "USD" });
    expect(await refusal(add(visitor, cartId, dollars.id))).toMatchObject({ code: "cart.currency-mismatch" });
    const late = await quote(visitor, product);
    await shop.clock.advance(31 * 60_000);
    expect(await refusal(add(visitor, cartId, late.id))).toMatchObject({ code: "quote.expired" });
  });

  test("422 for a quote with questions open: each is named in the quote's language, and nothing is added", async () => {
    const visitor = shop.visit();
    const cartId = await newCart(visitor);
    const selection = { options: { format: ["long"] }, addOns: [], plan: null, fields: {} };
    const { id } = await quote(visitor, product, { selection, locale: "de" });
    expect(await refusal(add(visitor, cartId, id))).toMatchObject({
      status: 422,
      code: "selection.invalid",
      fields: [
        { path: "selection.fields.footage", message: "Bitte ausfüllen." },
        { path: "selection.fields.chapters", message: "Bitte ausfüllen." },
      ],
    });
    expect((await read(visitor, cartId)).lines).toEqual([]);
  });
});

describe("GET /carts/{cartId}", () => {
  test("200 a line whose quote expired is quoted anew, and a changed price is told with the old one", async () => {
    const visitor = shop.visit();
    const cheap = await publishSampleProduct(shop.core);
    const cartId = await newCart(visitor);
    const before = await add(visitor, cartId, (await quote(visitor, cheap)).id);
    const admin = { role: "admin", staffId: "cus_admin" } as const;
    await shop.core.database.transaction(async (tx) => {
      const { id, version, prices, ...rest } = cheap;
      const euros = { ...prices.EUR, unitMinor: 6_000, options: {}, addOns: { grading: 4_000 }, plans: {} };
      await shop.core.catalog.save(tx, admin, { ...rest, id, version, prices: { EUR: euros } });
    });
    await shop.clock.advance(31 * 60_000);
    const after = await read(visitor, cartId);
    expect(after.problems).toMatchObject([{ code: "repriced", blocking: false, previousNet: before.lines[0]?.net }]);
    expect(after.lines[0]?.net.amountMinor).toBe(24_000);
    expect((await read(visitor, cartId)).problems).toEqual([]);
  });

  test("200 a line whose product asks something new blocks once its quote ran out, as often as it is read", async () => {
    const visitor = shop.visit();
    const asked = await publishSampleProduct(shop.core, { customFields: [] });
    const cartId = await newCart(visitor);
    const selection = { options: { format: ["short"] }, addOns: [], plan: null, fields: {} };
    const { lines } = await add(visitor, cartId, (await quote(visitor, asked, { selection })).id);
    const admin = { role: "admin", staffId: "cus_admin" } as const;
    await shop.core.database.transaction((tx) =>
      shop.core.catalog.save(tx, admin, { ...asked, customFields: product.customFields }),
    );
    expect((await read(visitor, cartId)).problems).toEqual([]);
    await shop.clock.advance(31 * 60_000);
    const blocked = [{ lineId: lines[0]?.id, code: "selection_invalid", blocking: true }];
    expect((await read(visitor, cartId)).problems).toMatchObject(blocked);
    expect((await read(visitor, cartId)).problems).toMatchObject(blocked);
    const change = visitor.api.carts.changeLine({
      params: { cartId, lineId: lines[0]?.id ?? "" },
      body: { quantity: 6 },
    });
    expect(await refusal(change)).toMatchObject({
      code: "selection.invalid",
      fields: [{ path: "selection.fields.footage" }],
    });
  });

  test("200 a product taken off sale blocks its line and says so; the total is refused until it is gone", async () => {
    const visitor = shop.visit();
    const gone = await publishSampleProduct(shop.core);
    const cartId = await newCart(visitor);
    const cart = await add(visitor, cartId, (await quote(visitor, gone)).id);
    const admin = { role: "admin", staffId: "cus_admin" } as const;
    await shop.core.database.transaction((tx) =>
      shop.core.catalog.unpublish(tx, admin, gone.id, gone.version, "season over"),
    );
    expect((await read(visitor, cartId)).problems).toMatchObject([{ code: "not_on_sale", blocking: true }]);
    const total = visitor.api.carts.quote({ params: { cartId }, body: { billingCountry: "DE" } });
    expect(await refusal(total)).toMatchObject({ status: 409, code: "cart.line-problem" });
    const lineId = cart.lines[0]?.id ?? "";
    expect((await visitor.api.carts.removeLine({ params: { cartId, lineId } })).lines).toEqual([]);
    expect(
      await refusal(visitor.api.carts.quote({ params: { cartId }, body: { billingCountry: "DE" } })),
    ).toMatchObject({ code: "cart.empty" });
  });
});

describe("POST /carts/{cartId}/quote", () => {
  test("201 VAT follows the billing country, and a business with a VAT id owes it itself", async () => {
    const visitor = shop.visit();
    const cartId = await newCart(visitor);
    await add(visitor, cartId, (await quote(visitor, product)).id);
    const total = (body: { billingCountry: string; taxId?: string }) =>
      visitor.api.carts.quote({ params: { cartId }, body });
    expect((await total({ billingCountry: "DE" })).tax.amountMinor).toBe(4_180);
    expect((await total({ billingCountry: "FR" })).tax.amountMinor).toBe(4_400);
    const business = await total({ billingCountry: "AT", taxId: "ATU12345675" });
    expect([business.tax.amountMinor, business.taxNote]).toEqual([0, expect.stringContaining("Reverse charge")]);
    expect((await total({ billingCountry: "US" })).tax.amountMinor).toBe(0);
  });
});

describe("PATCH /carts/{cartId}/lines/{lineId}", () => {
  test("200 a new quantity is quoted anew; 422 for one the product is not sold in", async () => {
    const visitor = shop.visit();
    const cartId = await newCart(visitor);
    const cart = await add(visitor, cartId, (await quote(visitor, product)).id);
    const change = (quantity: number) =>
      visitor.api.carts.changeLine({ params: { cartId, lineId: cart.lines[0]?.id ?? "" }, body: { quantity } });
    expect((await change(6)).lines[0]).toMatchObject({ quantity: 6, net: { amountMinor: 33_000 } });
    expect(await refusal(change(5))).toMatchObject({ status: 422, code: "selection.invalid" });
  });
});

test("a guest who signs in keeps the cart; two carts become one with their quantities added", async () => {
  const account = await newAccount(shop.core);
  const sign = (visitor: Visitor) =>
    visitor.api.auth.signIn({ body: { email: account.email, password: account.password } });
  const first = shop.visit();
  await add(first, await newCart(first), (await quote(first, product)).id);
  await sign(first);
  expect((await first.api.carts.current({})).lines).toHaveLength(1);
  const second = shop.visit();
  const cartId = await newCart(second);
  await add(second, cartId, (await quote(second, product)).id);
  await add(second, cartId, (await quote(second, await publishSampleProduct(shop.core))).id);
  await sign(second);
  const quantities = async () => (await second.api.carts.current({})).lines.map((line) => line.quantity);
  expect(await quantities(), "on the next page, before any job ran").toEqual([8, 4]);
  await shop.settle();
  expect(await quantities(), "the job finds nothing left to move").toEqual([8, 4]);
});
