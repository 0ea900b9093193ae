import { cookieHeader, createTestCore, newAccount, publishedEvents, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { minutes } from "#kernel/clock";
import { codeAt } from "./totp.ts";

let free: TestCore;
let strict: TestCore;

beforeAll(async () => {
  free = await createTestCore();
  strict = await createTestCore({ STAFF_SECOND_FACTOR: "required" });
});
afterEach(() => {
  free.log.assertNoUnexpectedErrors();
  strict.log.assertNoUnexpectedErrors();
});
afterAll(async () => {
  await free.close();
  await strict.close();
});

const password = "umbrella-under-7-seas";

/** Signs in with the password alone. */
async function begin({ core }: TestCore, email: string) {
  const begun = await core.customers.signIn({ email, password, guestOwnerId: null, userAgent: "test" });
  const cookies = cookieHeader(begun.setCookies);
  const awaiting = async () => (await core.customers.resolveSession(new Headers({ cookie: cookies })))?.awaiting;
  return { cookies, person: begun.person, awaiting };
}

/** A member of staff whose app is set up. */
async function enrolled(shop: TestCore) {
  const { email, customerId } = await newAccount(shop.core, "operator");
  const first = await begin(shop, email);
  const { secret } = await shop.core.customers.offerSecondFactor(first.cookies);
  const codes = await shop.core.customers.confirmSecondFactor(first.cookies, codeAt(secret, shop.clock.wall()));
  await shop.clock.advance(60_000);
  return { email, customerId, secret, codes, first };
}

const code = (shop: TestCore, secret: string) => codeAt(secret, shop.clock.wall());

describe("where the shop demands it", () => {
  test("a password alone leaves staff waiting, and a customer through", async () => {
    for (const [role, owed] of [
      ["operator", "enrollment"],
      ["admin", "enrollment"],
      ["customer", null],
    ] as const) {
      const session = await begin(strict, (await newAccount(strict.core, role)).email);
      expect(session.person.awaiting).toBe(owed);
      expect(await session.awaiting()).toBe(owed);
    }
  });

  test("the first code lets that session pass; the next sign-in owes a code again", async () => {
    const { email, secret, first } = await enrolled(strict);
    expect(await first.awaiting()).toBeNull();
    const next = await begin(strict, email);
    expect(await next.awaiting()).toBe("code");
    await strict.core.customers.passSecondFactor(next.cookies, code(strict, secret));
    expect(await next.awaiting()).toBeNull();
  });
});

test("where it is a choice, staff without an app gets in, and with one owes its code", async () => {
  const { email } = await newAccount(free.core, "admin");
  expect(await (await begin(free, email)).awaiting()).toBeNull();
  const { email: other } = await enrolled(free);
  expect(await (await begin(free, other)).awaiting()).toBe("code");
});

test("a code counts once, also when two tabs send it at the same moment", async () => {
  const { email, secret } = await enrolled(free);
  const tabs = [await begin(free, email), await begin(free, email)];
  const shown = code(free, secret);
  const outcomes = await Promise.allSettled(
    tabs.map(({ cookies }) => free.core.customers.passSecondFactor(cookies, shown)),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const third = await begin(free, email);
  await expect(free.core.customers.passSecondFactor(third.cookies, shown)).rejects.toThrow("auth.code-wrong");
});

test("an older code does not count after a newer one", async () => {
  const { email, secret } = await enrolled(free);
  const session = await begin(free, email);
  const older = code(free, secret);
  await free.clock.advance(30_000);
  await free.core.customers.passSecondFactor(session.cookies, code(free, secret));
  await expect(free.core.customers.passSecondFactor(session.cookies, older)).rejects.toThrow("auth.code-wrong");
});

test("a recovery code gets in once, however it is typed, and that is told", async () => {
  const { email, customerId, codes } = await enrolled(free);
  expect(codes).toHaveLength(10);
  const typed = codes[3]?.toLowerCase().replaceAll("-", " ") ?? "";
  const session = await begin(free, email);
  await free.core.customers.passSecondFactor(session.cookies, typed);
  expect(await session.awaiting()).toBeNull();
  expect((await publishedEvents(free.core, "customers.recovery-code-used")).at(-1)).toEqual({ customerId });
  const again = await begin(free, email);
  await expect(free.core.customers.passSecondFactor(again.cookies, typed)).rejects.toThrow("auth.code-wrong");
});

test("whoever owes a code can't set up an app of their own", async () => {
  const { email } = await enrolled(free);
  const { cookies } = await begin(free, email);
  await expect(free.core.customers.offerSecondFactor(cookies)).rejects.toThrow("auth.second-factor-required");
  await expect(free.core.customers.confirmSecondFactor(cookies, "000000")).rejects.toThrow(
    "auth.second-factor-required",
  );
});

test("ten wrong codes shut the door for a while, in every session, even for the right one", async () => {
  const { email, secret } = await enrolled(free);
  const session = await begin(free, email);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await expect(free.core.customers.passSecondFactor(session.cookies, "00000x")).rejects.toThrow("auth.code-wrong");
  }
  const other = await begin(free, email);
  const right = () => free.core.customers.passSecondFactor(other.cookies, code(free, secret));
  await expect(right()).rejects.toThrow("request.rate-limited");
  await free.clock.advance(minutes(16));
  await right();
});

test("a new app replaces the old one and its recovery codes; an offer alone replaces nothing", async () => {
  const { email, secret, codes, first } = await enrolled(free);
  const offered = await free.core.customers.offerSecondFactor(first.cookies);
  const between = await begin(free, email);
  await free.core.customers.passSecondFactor(between.cookies, code(free, secret));
  await free.clock.advance(60_000);
  await free.core.customers.confirmSecondFactor(first.cookies, code(free, offered.secret));
  await free.clock.advance(60_000);
  const session = await begin(free, email);
  for (const old of [code(free, secret), codes[0] ?? ""]) {
    await expect(free.core.customers.passSecondFactor(session.cookies, old)).rejects.toThrow("auth.code-wrong");
  }
  await free.core.customers.passSecondFactor(session.cookies, code(free, offered.secret));
});

test("a first code without an offer is refused with the way forward", async () => {
  const { cookies } = await begin(free, (await newAccount(free.core, "admin")).email);
  await expect(free.core.customers.confirmSecondFactor(cookies, "123456")).rejects.toThrow(
    "auth.second-factor-not-offered",
  );
});

test("who lost everything starts anew after the command: sessions end, the app counts no more", async () => {
  const { email, first } = await enrolled(free);
  expect(await free.core.database.transaction((tx) => free.core.customers.removeSecondFactor(tx, email))).toBe(true);
  expect(await first.awaiting()).toBeUndefined();
  expect(await (await begin(free, email)).awaiting()).toBeNull();
  expect(await free.core.database.transaction((tx) => free.core.customers.removeSecondFactor(tx, email))).toBe(false);
});

test("the database holds neither a secret nor a recovery code", async () => {
  const { secret, codes } = await enrolled(free);
  const { rows } = await free.core.database.pool.query<{ text: string }>(
    "select (select json_agg(f) from staff_second_factors f)::text || (select json_agg(c) from staff_recovery_codes c) as text",
  );
  for (const plain of [secret, ...codes]) expect(rows[0]?.text).not.toContain(plain);
});
