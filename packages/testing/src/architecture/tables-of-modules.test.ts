import { expect, test } from "vitest";
import type { SourceFile } from "./source-files.ts";
import { queriedTables, readTableOwners } from "./tables-of-modules.ts";

function tablesFile(module: string, text: string): SourceFile {
  const path = `packages/core/src/modules/${module}/tables.ts`;
  return { path, name: "tables.ts", text, imports: [], isTest: false };
}

test("a module's tables are the outermost names of its Tables interface", () => {
  const text = `export interface OrderTables {
    orders: OrderRow & { lines: string };
    /** Why each: audit of changes. */
    orderAudit: { id: string; reason: string };
  }
  export interface OrderRow { state: string }`;
  expect([...readTableOwners([tablesFile("orders", text)]).keys()]).toEqual(["orders", "order_audit"]);
});

test("a table that two modules declare has two owners", () => {
  const files = ["carts", "orders"].map((module) => tablesFile(module, "interface XTables {\n lines: Row;\n}"));
  expect(readTableOwners(files).get("lines")).toEqual(["carts", "orders"]);
});

test("tables are found in the query builder's words and in SQL, but not in sentences", () => {
  const text = `
    // from nowhere
    db.selectFrom("orderLines as l").innerJoin("orders", "a", "b");
    sql<{ id: string }>\`select 1 from order_audit join "refunds" on true\`;
    throw new Error("taken from products");`;
  expect(queriedTables(text).sort()).toEqual(["order_audit", "order_lines", "orders", "refunds"]);
});
