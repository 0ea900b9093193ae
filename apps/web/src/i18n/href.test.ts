import { describe, expect, test } from "vitest";
import { localeHref } from "./href.ts";
import { splitLocale } from "./locales.ts";

describe("addresses", () => {
  test("English has no prefix, German has one", () => {
    expect(localeHref("en", "/products")).toBe("/products");
    expect(localeHref("de", "/products")).toBe("/de/products");
    expect(localeHref("de", "/")).toBe("/de");
  });

  test("a query keeps a handle readable, and leaves out what is not there", () => {
    expect(localeHref("en", "/", { platform: "instagram:@brand", q: "", sort: null })).toBe(
      "/?platform=instagram:@brand",
    );
  });

  test("a fragment stays at the end", () => {
    expect(localeHref("de", "/#how", { platform: "x" })).toBe("/de?platform=x#how");
  });

  test("an address can be taken apart again", () => {
    expect(splitLocale("/de/products")).toEqual({ locale: "de", path: "/products" });
    expect(splitLocale("/de")).toEqual({ locale: "de", path: "/" });
    expect(splitLocale("/delicious")).toEqual({ locale: "en", path: "/delicious" });
  });
});
