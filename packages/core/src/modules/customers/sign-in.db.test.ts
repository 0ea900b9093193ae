import { cookieHeader, createTestCore, newAccount, newEmail, publishedEvents, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { recordStatements } from "#infrastructure/database";
import { days, minutes } from "#kernel/clock";

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
const headersOf = (setCookies: readonly string[]) => new Headers({ cookie: cookieHeader(setCookies) });

describe("sign-in", () => {
  test("a wrong password and an unknown address get the same answer", async () => {
    const { email } = await newAccount(core);
    const wrong = await core.customers.signIn(signInInput(email, "not-the-password")).catch((error: unknown) => error);
    const unknown = await core.customers.signIn(signInInput(newEmail())).catch((error: unknown) => error);
    expect(unknown).toEqual(wrong);
    expect(wrong).toMatchObject({ code: "auth.credentials-wrong", details: {} });
  });

  test("ten wrong passwords shut an address for a while, even for the right one, account or not", async () => {
    const { email } = await newAccount(core);
    for (const address of [email, newEmail()]) {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        await expect(core.customers.signIn(signInInput(address, "not-the-password"))).rejects.toThrow(
          "auth.credentials-wrong",
        );
      }
      await expect(core.customers.signIn(signInInput(address))).rejects.toThrow("request.rate-limited");
    }
    await shop.clock.advance(minutes(16));
    expect((await core.customers.signIn(signInInput(email))).person.email).toBe(email);
  });

  test("moves the guest to the account once, and the guest's secrets open nothing any more", async () => {
    const { email, customerId } = await newAccount(core);
    const guest = await core.customers.createGuest(core.database);
    expect(await core.customers.resolveGuest(core.database, guest.secret)).toBe(guest.ownerId);
    const input = { ...signInInput(email), guestOwnerId: guest.ownerId };
    await core.customers.signIn(input);
    expect((await publishedEvents(core, "customers.signed-in")).at(-1)).toEqual({
      customerId,
      guestOwnerId: guest.ownerId,
    });
    expect(await core.customers.resolveGuest(core.database, guest.secret)).toBeNull();
    await core.customers.signIn(input);
    expect((await publishedEvents(core, "customers.signed-in")).at(-1)).toEqual({ customerId, guestOwnerId: null });
  });

  test("staff takes over no guest", async () => {
    const { email } = await newAccount(core, "operator");
    const guest = await core.customers.createGuest(core.database);
    await core.customers.signIn({ ...signInInput(email), guestOwnerId: guest.ownerId });
    expect(await core.customers.resolveGuest(core.database, guest.secret)).toBe(guest.ownerId);
  });

  test("sign-out ends the session on the server, not only in the browser", async () => {
    const { email } = await newAccount(core);
    const { setCookies } = await core.customers.signIn(signInInput(email));
    expect(await core.customers.resolveSession(headersOf(setCookies))).not.toBeNull();
    const cleared = await core.customers.signOut(cookieHeader(setCookies));
    expect(cleared.join()).toContain("smplat_session=;");
    expect(await core.customers.resolveSession(headersOf(setCookies))).toBeNull();
  });
});

describe("a session", () => {
  test("is read with one statement, and with none when the cookie is missing or forged", async () => {
    const { email, customerId } = await newAccount(core);
    const headers = headersOf((await core.customers.signIn(signInInput(email))).setCookies);
    const { result, statements } = await recordStatements(() => core.customers.resolveSession(headers));
    expect(result).toEqual({
      customerId,
      ...{ email, name: "Ada", role: "customer", awaiting: null, emailVerified: true, locale: "en" },
    });
    expect(statements).toHaveLength(1);
    const forged = new Headers({ cookie: `${headers.get("cookie")?.slice(0, -6)}AAAA%3D` });
    for (const other of [forged, new Headers(), new Headers({ cookie: "smplat_session=%E0%A4%A" })]) {
      const nothing = await recordStatements(() => core.customers.resolveSession(other));
      expect(nothing).toEqual({ result: null, statements: [] });
    }
  });

  test("ends after seven idle days, and after thirty in all however much it is used", async () => {
    const { email } = await newAccount(core);
    const headers = headersOf((await core.customers.signIn(signInInput(email))).setCookies);
    for (let day = 6; day < 30; day += 6) {
      await shop.clock.advance(days(6));
      expect(await core.customers.resolveSession(headers)).not.toBeNull();
    }
    await shop.clock.advance(days(6) + minutes(1));
    expect(await core.customers.resolveSession(headers)).toBeNull();
    const other = headersOf((await core.customers.signIn(signInInput(email))).setCookies);
    await shop.clock.advance(days(7) + minutes(1));
    expect(await core.customers.resolveSession(other)).toBeNull();
  });

  test("of staff ends after half an idle hour and after eight in all", async () => {
    const { email } = await newAccount(core, "admin");
    const idle = headersOf((await core.customers.signIn(signInInput(email))).setCookies);
    const busy = headersOf((await core.customers.signIn(signInInput(email))).setCookies);
    for (let at = 25; at < 480; at += 25) {
      await shop.clock.advance(minutes(25));
      expect(await core.customers.resolveSession(busy)).toMatchObject({ role: "admin" });
    }
    expect(await core.customers.resolveSession(idle)).toBeNull();
    await shop.clock.advance(minutes(6));
    expect(await core.customers.resolveSession(busy)).toBeNull();
  });
});
