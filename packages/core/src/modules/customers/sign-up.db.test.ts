import { cookieHeader, createTestCore, newAccount, newEmail, publishedEvents, type TestCore } from "@smplat/testing";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

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
const run = (statement: ReturnType<typeof sql>) => statement.execute(core.database.tables<unknown>());

describe("sign-up", () => {
  test("makes an unconfirmed account, announces it once and asks for its mail", async () => {
    const email = newEmail();
    await core.customers.signUp({ email: email.toUpperCase(), password, name: "Ada", locale: "de" });
    const [signedUp] = (await publishedEvents(core, "customers.signed-up")).slice(-1);
    const customerId = String(signedUp?.customerId);
    expect(customerId).toMatch(/^cus_[0-9a-hjkmnp-tv-z]{26}$/);
    const person = await core.customers.findPerson(core.database, customerId);
    expect(person).toMatchObject({ email, emailVerified: false, role: "customer", locale: "de" });
    expect((await publishedEvents(core, "customers.verification-requested")).at(-1)).toEqual({ customerId });
    await expect(core.customers.signIn(signInInput(email))).rejects.toThrow("auth.email-unverified");
  });

  test("the mail's token confirms the address, begins a session once, and can't be forged", async () => {
    const email = newEmail();
    await core.customers.signUp({ email, password, name: "Ada", locale: "en" });
    const customerId = String((await publishedEvents(core, "customers.signed-up")).at(-1)?.customerId);
    const proof = await core.customers.issueVerification(customerId);
    expect(proof).toMatchObject({ email, name: "Ada", locale: "en" });
    const token = proof?.token ?? "";
    const by = { guestOwnerId: null, userAgent: null };
    await expect(core.customers.verifyEmail({ token: `${token.slice(0, -4)}AAAA`, ...by })).rejects.toThrow(
      "auth.token-expired",
    );
    const begun = await core.customers.verifyEmail({ token, ...by });
    expect(begun?.person).toMatchObject({ customerId, emailVerified: true });
    expect(await core.customers.resolveSession(headersOf(begun?.setCookies ?? []))).toMatchObject({ customerId });
    expect(await core.customers.verifyEmail({ token, ...by })).toBeNull();
    expect(await core.customers.issueVerification(customerId)).toBeNull();
  });

  test("an address that has an account gets no second one, and its password stays", async () => {
    const { email, customerId } = await newAccount(core);
    await core.customers.signUp({ email, password: "another-good-long-one", name: "Eve", locale: "en" });
    expect((await publishedEvents(core, "customers.sign-up-repeated")).at(-1)).toEqual({ customerId });
    await expect(core.customers.signIn(signInInput(email, "another-good-long-one"))).rejects.toThrow(
      "auth.credentials-wrong",
    );
    expect((await core.customers.signIn(signInInput(email))).person.name).toBe("Ada");
  });

  test("sign-ups with one address at the same time make one account and all look alike", async () => {
    const email = newEmail();
    const input = { email, password, name: "Ada", locale: "en" as const };
    await Promise.all([1, 2, 3, 4].map(() => core.customers.signUp(input)));
    const { rows } = await run(sql`select id from auth_user where email = ${email}`);
    expect(rows).toHaveLength(1);
  });

  test("a role can't be brought along", async () => {
    const email = newEmail();
    const input = { email, password, name: "Eve", locale: "en" as const, role: "admin" };
    await core.customers.signUp(input);
    const { rows } = await run(sql`select role, email_verified from auth_user where email = ${email}`);
    expect(rows).toEqual([{ role: "customer", emailVerified: false }]);
  });

  test("a common password is refused", async () => {
    const input = { email: newEmail(), password: "P@ssw0rd123!", name: "Ada", locale: "en" as const };
    await expect(core.customers.signUp(input)).rejects.toThrow("auth.password-weak");
  });

  test("an account whose announcement was lost in a crash is announced by the job, once", async () => {
    const email = newEmail();
    await core.customers.signUp({ email, password, name: "Ada", locale: "en" });
    const { rows } = await run(sql`
      with person as (update auth_user set created_at = created_at - interval '5 minutes' where email = ${email} returning id)
      delete from customer_profiles where customer_id in (select id from person) returning customer_id`);
    const before = (await publishedEvents(core, "customers.signed-up")).length;
    const job = core.handlers.find((handler) => handler.job.id === "customers.announce-sign-ups");
    const info = { jobId: "test", attempt: 0, isLast: false };
    for (let time = 0; time < 2; time += 1) {
      await core.database.transaction(async (tx) => {
        if (job?.kind === "local") await job.run(tx, {}, info);
      });
    }
    const after = await publishedEvents(core, "customers.signed-up");
    expect(after.slice(before)).toEqual([{ customerId: (rows as { customerId: string }[])[0]?.customerId }]);
  });
});
