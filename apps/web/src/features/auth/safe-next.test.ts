import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

test("a page of the shop is kept with its query, without its language", () => {
  expect(safeNext("/account/orders?cursor=a%2Fb")).toBe("/account/orders?cursor=a%2Fb");
  expect(safeNext("/de/admin/orders")).toBe("/admin/orders");
});

test("no address of another site survives, however it is written", () => {
  for (const value of [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/\t/evil.example",
    "/de//evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "account/orders",
    "",
    null,
    undefined,
  ]) {
    expect(safeNext(value)).toBeNull();
  }
});

test("the sign-in page and the API are no places to go on", () => {
  expect(safeNext("/login?next=/login")).toBeNull();
  expect(safeNext("/de/login")).toBeNull();
  expect(safeNext("/api/v1/auth/sign-out")).toBeNull();
});
