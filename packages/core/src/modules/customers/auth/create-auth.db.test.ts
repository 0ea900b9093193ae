import { createTestCore, type TestCore } from "@smplat/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAuth } from "./create-auth.ts";
import { createPasswordHash } from "./password-hash.ts";

let shop: TestCore;

beforeAll(async () => {
  shop = await createTestCore();
});
afterAll(() => shop.close());

const authFor = (publicUrl: string) =>
  createAuth({
    database: shop.core.database,
    clock: shop.clock,
    logger: shop.log.logger,
    publicUrl,
    secret: "a secret of the tests, long enough to be one",
    passwords: createPasswordHash(),
    listeners: { accountCreated: async () => {}, signUpRepeated: async () => {}, passwordReset: async () => {} },
  });

test("our migration has every table and column the library of this version writes", async () => {
  const context = await authFor("http://localhost:3000").$context;
  const tables = Object.values(context.tables).map((table) => ({
    table: table.modelName,
    columns: Object.entries(table.fields).map(([name, field]) => field.fieldName ?? name),
  }));
  const { rows } = await shop.core.database.pool.query<{ at: string }>(
    "select table_name || '.' || column_name as at from information_schema.columns where table_name like 'auth\\_%'",
  );
  const there = rows.map((row) => row.at);
  const needed = tables.flatMap(({ table, columns }) => ["id", ...columns].map((column) => `${table}.${column}`));
  expect(tables.map(({ table }) => table).sort()).toEqual([
    "auth_credential",
    "auth_session",
    "auth_user",
    "auth_verification",
  ]);
  expect(needed.filter((column) => !there.includes(column))).toEqual([]);
});

test("over https the session cookie is host-bound, secure, unreadable for scripts and kept from other sites", async () => {
  const { sessionToken } = (await authFor("https://shop.example").$context).authCookies;
  expect(sessionToken.name).toBe("__Host-smplat_session");
  expect(sessionToken.attributes).toMatchObject({ secure: true, httpOnly: true, sameSite: "lax", path: "/" });
  expect(sessionToken.attributes.domain).toBeUndefined();
});

test("a password is stored as Argon2id with 19 MiB, and at most two are hashed at once beyond a queue of a hundred", async () => {
  const passwords = createPasswordHash();
  const stored = await passwords.hash("umbrella-under-7-seas");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.verify({ hash: stored, password: "umbrella-under-7-seas" })).toBe(true);
  const storm = await Promise.allSettled(
    Array.from({ length: 110 }, () => passwords.verify({ hash: stored, password: "wrong-one-here" })),
  );
  expect(storm.filter((outcome) => outcome.status === "rejected")).toHaveLength(8);
});
