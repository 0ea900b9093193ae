import { ApiProblem, auth, orders } from "@smplat/contracts";
import {
  createTestCore,
  createTestVisitor,
  newAccount,
  newEmail,
  placePaidOrder,
  publishedEvents,
  publishSampleProduct,
  type TestCore,
} from "@smplat/testing";
import { Hono } from "hono";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { authRoutes } from "../auth/routes.ts";
import { serveContract } from "../serve-contract.ts";
import { accessRoutes } from "./access-routes.ts";

const { requestAccess, redeemAccess } = orders;
const contract = { auth, access: { requestAccess, redeemAccess } };
const orderId = "ord_00000000000000000000000000";
let shop: TestCore;
let app: Hono;

beforeAll(async () => {
  shop = await createTestCore();
  app = new Hono();
  serveContract(app, shop.core, contract, { auth: authRoutes(shop.core), access: accessRoutes(shop.core) });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

const visit = () => createTestVisitor(app, contract);
const linkTo = (ownerId: string, order = orderId) =>
  shop.core.database.transaction((tx) =>
    shop.core.customers.createAccessLink(tx, { email: "ada@shop.example", ownerId, orderId: order }),
  );

describe("POST /orders/access-links", () => {
  test("202 with an empty answer for every address; the fourth within the hour sends nothing", async () => {
    const email = newEmail();
    for (let time = 0; time < 4; time += 1) {
      const response = await visit().send("POST", "/orders/access-links", { email });
      expect([response.status, await response.text()]).toEqual([202, ""]);
    }
    expect(await publishedEvents(shop.core, "customers.access-requested")).toHaveLength(3);
  });
});

describe("POST /orders/access-links/redeem", () => {
  test("200 once: whoever comes first is the guest who placed the order, the others get 410", async () => {
    const guest = await shop.core.customers.createGuest(shop.core.database);
    const token = await linkTo(guest.ownerId);
    const visitors = Array.from({ length: 5 }, visit);
    const outcomes = await Promise.allSettled(
      visitors.map((visitor) => visitor.api.access.redeemAccess({ body: { token } })),
    );
    const won = outcomes.findIndex((outcome) => outcome.status === "fulfilled");
    expect(outcomes[won]).toMatchObject({ value: { orderId } });
    for (const [index, outcome] of outcomes.entries()) {
      if (index !== won) expect(outcome).toMatchObject({ reason: { problem: { code: "auth.token-expired" } } });
    }
    const secret = visitors[won]?.cookies.get("smplat_guest") ?? "";
    expect(await shop.core.customers.resolveGuest(shop.core.database, secret)).toBe(guest.ownerId);
    expect(await visitors[won]?.api.auth.session({})).toEqual({ role: "guest", user: null, awaiting: null });
  });

  test("200 for a signed-in customer moves the order's guest to their account", async () => {
    const { email, password, customerId } = await newAccount(shop.core);
    const visitor = visit();
    await visitor.api.auth.signIn({ body: { email, password } });
    const guest = await shop.core.customers.createGuest(shop.core.database);
    const token = await linkTo(guest.ownerId);
    expect(await visitor.api.access.redeemAccess({ body: { token } })).toEqual({ orderId });
    expect(visitor.cookies.has("smplat_guest")).toBe(false);
    const moved = (await publishedEvents(shop.core, "customers.signed-in")).at(-1);
    expect(moved).toEqual({ customerId, guestOwnerId: guest.ownerId });
  });

  test("200 for a signed-in customer: the order is theirs with the answer, before any job has run", async () => {
    const { email, password, customerId } = await newAccount(shop.core);
    const visitor = visit();
    await visitor.api.auth.signIn({ body: { email, password } });
    const guest = await shop.core.customers.createGuest(shop.core.database);
    const product = await publishSampleProduct(shop.core);
    const order = await placePaidOrder(shop.core, [{ product, quantity: 1 }], guest.ownerId);
    const token = await linkTo(guest.ownerId, order.id);
    await visitor.api.access.redeemAccess({ body: { token } });
    const customer = { role: "customer", ownerId: customerId } as const;
    expect(await shop.core.orders.get(shop.core.database, customer, order.id)).toMatchObject({ ownerId: customerId });
  });

  test("200 for an order of an account names it and opens nothing: its owner signs in", async () => {
    const { customerId } = await newAccount(shop.core);
    const visitor = visit();
    const token = await linkTo(customerId);
    expect(await visitor.api.access.redeemAccess({ body: { token } })).toEqual({ orderId });
    expect(visitor.cookies.size).toBe(0);
  });

  test("410 for a made-up token", async () => {
    const call = visit().api.access.redeemAccess({ body: { token: "a".repeat(43) } });
    await expect(call).rejects.toBeInstanceOf(ApiProblem);
    await expect(call).rejects.toMatchObject({ problem: { status: 410 } });
  });
});
