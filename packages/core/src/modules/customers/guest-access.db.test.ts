import { createTestCore, newAccount, publishedEvents, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { minutes } from "#kernel/clock";

let shop: TestCore;
let core: TestCore["core"];

beforeAll(async () => {
  shop = await createTestCore();
  core = shop.core;
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

const password = "umbrella-under-7-seas";
const signInInput = (email: string, given = password) => ({
  email,
  password: given,
  guestOwnerId: null,
  userAgent: "test",
});

describe("a link to an order", () => {
  const orderId = "ord_00000000000000000000000000";
  const linkFor = (ownerId: string) =>
    core.database.transaction((tx) =>
      core.customers.createAccessLink(tx, { email: "Ada@Shop.example", ownerId, orderId }),
    );

  test("opens the guest who placed it with a secret of its own, and works once under a race", async () => {
    const guest = await core.customers.createGuest(core.database);
    const token = await linkFor(guest.ownerId);
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4, 5].map(() => core.customers.redeemAccessLink(core.database, token)),
    );
    const redeemed = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(redeemed).toMatchObject([{ ownerId: guest.ownerId, orderId }]);
    const secretOfLink = redeemed[0]?.secret ?? "";
    expect(secretOfLink).not.toBe(guest.secret);
    expect(await core.customers.resolveGuest(core.database, secretOfLink)).toBe(guest.ownerId);
    expect(await core.customers.resolveGuest(core.database, guest.secret)).toBe(guest.ownerId);
  });

  test("is worth nothing after fifteen minutes, and a made-up one never was", async () => {
    const guest = await core.customers.createGuest(core.database);
    const token = await linkFor(guest.ownerId);
    await shop.clock.advance(minutes(15) + 1000);
    for (const attempt of [token, `${token.slice(1)}x`, "a\u0000b"]) {
      await expect(core.customers.redeemAccessLink(core.database, attempt)).rejects.toThrow("auth.token-expired");
    }
  });

  test("leads to sign-in when an account owns the order by now", async () => {
    const { email, customerId } = await newAccount(core);
    const guest = await core.customers.createGuest(core.database);
    const tokens = [await linkFor(guest.ownerId), await linkFor(customerId)];
    await core.customers.signIn({ ...signInInput(email), guestOwnerId: guest.ownerId });
    for (const token of tokens) {
      expect(await core.customers.redeemAccessLink(core.database, token)).toMatchObject({ orderId, secret: null });
    }
  });

  test("is asked for by address; the event names only the request", async () => {
    await core.customers.requestAccess(core.database, "Ada@Shop.example");
    const requestId = String((await publishedEvents(core, "customers.access-requested")).at(-1)?.requestId);
    expect(await core.customers.findAccessRequest(core.database, requestId)).toEqual({
      requestId,
      email: "ada@shop.example",
    });
  });
});
