import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "./create-test-database.ts";

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a test database is migrated, and what one test file writes no other sees", async () => {
  const [mine, yours] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(await query(mine.url, "select count(*)::int as n from migrations")).toEqual([{ n: expect.any(Number) }]);
  await query(mine.url, "create table mine_only ()");
  await expect(query(yours.url, "select * from mine_only")).rejects.toThrow(/does not exist/);
  await Promise.all([mine.drop(), yours.drop()]);
});

test("a connection left open fails the drop, names its last statement, and the database is gone all the same", async () => {
  const database = await createTestDatabase();
  const forgotten = new pg.Client({ connectionString: database.url });
  forgotten.on("error", () => undefined);
  await forgotten.connect();
  await forgotten.query("select 'forgotten'");
  await expect(database.drop()).rejects.toThrow(/1 connection\(s\) were left open[\s\S]*forgotten/);
  await expect(query(database.url, "select 1")).rejects.toThrow(/does not exist/);
  await forgotten.end().catch(() => undefined);
});
