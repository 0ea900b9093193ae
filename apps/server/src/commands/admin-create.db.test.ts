import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createTestCore, newEmail, type TestCore } from "@smplat/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const command = fileURLToPath(new URL("./admin-create.ts", import.meta.url));
let shop: TestCore;

beforeAll(async () => {
  shop = await createTestCore();
});
afterAll(() => shop.close());

function run(...args: string[]): Promise<{ code: number; output: string }> {
  const { database, secrets } = shop.core.config;
  const env = {
    NODE_ENV: "test",
    DATABASE_URL: database.url,
    SESSION_SECRET: secrets.session,
    QUOTE_SIGNING_KEY: secrets.quoteSigning,
    ENCRYPTION_KEY: secrets.encryption,
    RECEIPT_SIGNING_KEY: secrets.receiptSigning,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1,
        output: stdout + stderr,
      });
    });
  });
}

test("makes an admin whose printed password signs in", async () => {
  const email = newEmail();
  const { code, output } = await run(email);
  expect(output).toContain(`Made admin ${email}`);
  expect(code).toBe(0);
  const password = /once: (\S+)/.exec(output)?.[1] ?? "";
  const begun = await shop.core.customers.signIn({ email, password, guestOwnerId: null, userAgent: null });
  expect(begun.person.role).toBe("admin");
});

test("promotes no account that is there, for whoever opened it knows its password", async () => {
  const email = newEmail();
  const account = { email, password: "umbrella-under-7-seas", name: "Eve", locale: "en", role: "customer" } as const;
  const customerId = await shop.core.customers.createAccount(shop.core.database, account);
  expect((await run(email)).code).toBe(1);
  expect((await shop.core.customers.findPerson(shop.core.database, customerId))?.role).toBe("customer");
});

test("says how it is used when the address or the role is none", async () => {
  for (const args of [[], ["nobody"], ["a@b.example", "--role", "customer"], ["--help"]]) {
    expect(await run(...args)).toMatchObject({ code: 2, output: expect.stringContaining("Usage:") });
  }
});
