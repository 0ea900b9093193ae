import { verify } from "@smplat/core/verify";
import { fillCart, pay, publishSampleProduct, refusal, startTestShop, type TestShop } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  product = await publishSampleProduct(shop.core);
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  const { findings } = await verify(shop.core.database.pool);
  expect(findings).toEqual([]);
  await shop.close();
});

const rows = async (sql: string, values: unknown[]) => (await shop.core.database.pool.query(sql, values)).rows;

test("a webhook from before the decline does not make it undecided again: another card pays the same order", async () => {
  const guest = shop.visit();
  const filled = await fillCart(guest, product);
  await shop.sandbox.control.webhooks.setMode({ hold: true });
  const problem = await refusal(pay(guest, filled, { paymentMethodId: "pm_card_chargeDeclined" }));
  const pending = await shop.sandbox.control.webhooks.pending();
  await shop.sandbox.control.webhooks.flush(pending.map(({ index }) => index).reverse());
  await shop.sandbox.control.webhooks.setMode({ hold: false });
  await shop.settle();
  const paid = await pay(guest, filled);
  expect(paid).toMatchObject({ status: "paid", orderId: (problem as unknown as { orderId: string }).orderId });
  const states = await rows("select state from payments where order_id = $1 order by created_at", [paid.orderId]);
  expect(states).toEqual([{ state: "failed" }, { state: "succeeded" }]);
});

test("a card whose bank still waits for its owner is given up for another one, and only that one pays", async () => {
  const guest = shop.visit();
  const filled = await fillCart(guest, product);
  const returnUrl = "http://localhost:3000/checkout/success";
  const waiting = await pay(guest, filled, { paymentMethodId: "pm_card_authenticationRequired", returnUrl });
  expect(waiting.status).toBe("requires_action");
  const paid = await pay(guest, filled);
  expect(paid.status).toBe("paid");
  await shop.settle();
  const orders = await rows("select id, state from orders where cart_id = $1 order by placed_at", [filled.cartId]);
  expect(orders).toEqual([
    { id: waiting.orderId, state: "canceled" },
    { id: paid.orderId, state: "processing" },
  ]);
  const states = await rows("select state from payments where order_id = $1", [waiting.orderId]);
  expect(states).toEqual([{ state: "canceled" }]);
  expect((await rows("select state from carts where id = $1", [filled.cartId]))[0]).toEqual({ state: "ordered" });
});

test("a card whose owner declines at the bank gives the cart back, and another card pays the same order", async () => {
  const guest = shop.visit();
  const filled = await fillCart(guest, product);
  const returnUrl = "http://localhost:3000/checkout/success";
  const waiting = await pay(guest, filled, { paymentMethodId: "pm_card_authenticationRequired", returnUrl });
  const bank = new URL(waiting.nextAction?.url ?? "");
  const answer = await fetch(bank, {
    method: "POST",
    body: new URLSearchParams({ decision: "decline", client_secret: bank.searchParams.get("client_secret") ?? "" }),
    redirect: "manual",
  });
  expect(answer.status).toBeLessThan(400);
  await shop.sandbox.control.tick();
  await shop.settle();
  expect((await guest.api.carts.current({ query: {} })).id).toBe(filled.cartId);
  expect(await pay(guest, filled)).toMatchObject({ status: "paid", orderId: waiting.orderId });
  await shop.settle();
  expect((await rows("select state from carts where id = $1", [filled.cartId]))[0]).toEqual({ state: "ordered" });
});
