import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";

test("fields with commas, quotes and line breaks survive", () => {
  expect(toCsv([["a,b", 'say "hi"', "two\nlines", null, -3]])).toBe('"a,b","say ""hi""","two\nlines",,-3\r\n');
});

test("what a customer typed never becomes a formula", () => {
  expect(toCsv([["=1+1", "@x", "+49", "-cmd", "plain"]])).toBe("'=1+1,'@x,'+49,'-cmd,plain\r\n");
});
