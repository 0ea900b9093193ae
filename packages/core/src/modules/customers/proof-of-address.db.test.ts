import { cookieHeader, createTestCore, newAccount, newEmail, publishedEvents, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { recordStatements } from "#infrastructure/database";

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

describe("a new password", () => {
  test("ends every session, works at once, and its token works once", async () => {
    const { email, customerId } = await newAccount(core);
    const before = headersOf((await core.customers.signIn(signInInput(email))).setCookies);
    await core.customers.requestPasswordReset(core.database, email);
    await core.runner.settle();
    expect((await publishedEvents(core, "customers.password-reset-requested")).at(-1)).toEqual({ customerId });
    const token = (await core.customers.issuePasswordReset(customerId))?.token ?? "";
    const input = { token, password: "the-new-one-of-today" };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => core.customers.resetPassword(input)));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect(await core.customers.resolveSession(before)).toBeNull();
    await expect(core.customers.signIn(signInInput(email))).rejects.toThrow("auth.credentials-wrong");
    expect((await core.customers.signIn(signInInput(email, input.password))).person.customerId).toBe(customerId);
    await expect(core.customers.resetPassword(input)).rejects.toThrow("auth.token-expired");
    expect((await publishedEvents(core, "customers.password-changed")).at(-1)).toEqual({ customerId });
  });

  test("asked for an unknown address leaves the same trace, but no event", async () => {
    const before = (await publishedEvents(core, "customers.password-reset-requested")).length;
    const known = await newAccount(core);
    const forKnown = await recordStatements(() => core.customers.requestPasswordReset(core.database, known.email));
    const forUnknown = await recordStatements(() => core.customers.requestPasswordReset(core.database, newEmail()));
    expect(forUnknown.statements).toEqual(forKnown.statements);
    await core.runner.settle();
    expect(await publishedEvents(core, "customers.password-reset-requested")).toHaveLength(before + 1);
  });

  test("can be asked for three times an hour; the fourth is dropped in silence", async () => {
    const { email } = await newAccount(core);
    const before = (await publishedEvents(core, "customers.password-reset-requested")).length;
    for (let time = 0; time < 5; time += 1) await core.customers.requestPasswordReset(core.database, email);
    await core.runner.settle();
    expect(await publishedEvents(core, "customers.password-reset-requested")).toHaveLength(before + 3);
  });

  test("confirms the address of an account that somebody else may have opened", async () => {
    const email = newEmail();
    await core.customers.signUp({ email, password, name: "Eve", locale: "en" });
    const customerId = String((await publishedEvents(core, "customers.signed-up")).at(-1)?.customerId);
    const token = (await core.customers.issuePasswordReset(customerId))?.token ?? "";
    await core.customers.resetPassword({ token, password: "mine-from-now-on-77" });
    expect((await core.customers.signIn(signInInput(email, "mine-from-now-on-77"))).person.emailVerified).toBe(true);
    await expect(core.customers.signIn(signInInput(email))).rejects.toThrow("auth.credentials-wrong");
  });
});
