import { createTestCore, newAccount, type TestCore } from "@smplat/testing";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { days } from "#kernel/clock";
import { customerInvariants } from "./customer-invariants.ts";

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
const run = (statement: ReturnType<typeof sql>) => statement.execute(core.database.tables<unknown>());

describe("accounts and their data", () => {
  test("no secret and no address lies in an event or in a queued job", async () => {
    await core.runner.settle();
    const { rows } = await run(sql`
      select name, metadata::text as text from events where metadata::text ~ '@|token|secret'
      union all select name, data::text from pgboss.job where data::text ~ '@'`);
    expect(rows).toEqual([]);
  });

  test("a profile is its owner's, keeps what is left out, and can be emptied field by field", async () => {
    const { email, customerId } = await newAccount(core);
    const other = await newAccount(core);
    const actor = { role: "customer", ownerId: customerId } as const;
    const address = { line1: "Weg 1", city: "Berlin", postalCode: "10115", country: "DE" };
    const update = (changes: Parameters<TestCore["core"]["customers"]["updateProfile"]>[2]) =>
      core.database.transaction((tx) => core.customers.updateProfile(tx, actor, changes));
    await update({ company: "Ada GmbH", taxId: "DE1", address, currency: "GBP" });
    const changed = await update({ name: "Ada L.", locale: "de", taxId: null });
    expect(changed).toEqual({
      ...{ customerId, email, name: "Ada L.", locale: "de", currency: "GBP" },
      ...{ company: "Ada GmbH", taxId: null, address },
    });
    const others = await core.customers.getProfile(core.database, { role: "customer", ownerId: other.customerId });
    expect(others).toMatchObject({ email: other.email, company: null, address: null });
    for (const nobody of [{ role: "anonymous" }, { role: "guest", ownerId: customerId }] as const) {
      await expect(core.customers.getProfile(core.database, nobody)).rejects.toThrow("auth.required");
    }
  });

  test("an account that is there is never promoted by making it again", async () => {
    const { email } = await newAccount(core);
    const again = { email, password, name: "Eve", locale: "en" as const, role: "admin" as const };
    await expect(core.customers.createAccount(core.database, again)).rejects.toThrow("auth.email-taken");
    expect((await core.customers.signIn(signInInput(email))).person.role).toBe("customer");
  });

  test("the daily clean-up removes what is over and nothing that lives", async () => {
    const { email } = await newAccount(core);
    const guest = await core.customers.createGuest(core.database);
    await core.customers.signIn(signInInput(email));
    const purge = core.handlers.find((handler) => handler.job.id === "customers.purge-expired");
    const rowsOf = async () =>
      (
        await run(
          sql`select (select count(*) from auth_session) as sessions, (select count(*) from guest_secrets) as secrets`,
        )
      ).rows[0] as { sessions: number; secrets: number };
    const purgeNow = () =>
      core.database.transaction(async (tx) => {
        if (purge?.kind === "local") await purge.run(tx, {}, { jobId: "test", attempt: 0, isLast: false });
      });
    const before = await rowsOf();
    await purgeNow();
    expect(await rowsOf()).toEqual(before);
    await shop.clock.advance(days(40));
    await purgeNow();
    expect((await rowsOf()).sessions).toBe(0);
    expect(await core.customers.resolveGuest(core.database, guest.secret)).toBe(guest.ownerId);
  });

  test("the invariants hold over everything these tests did", async () => {
    for (const invariant of customerInvariants) {
      expect((await core.database.pool.query(invariant.sql)).rows, invariant.says).toEqual([]);
    }
  });
});
