import { describe, expect, test } from "vitest";
import { handleSkeleton } from "./handle-skeleton.ts";
import { carriesCode, newProofCode } from "./proof-code.ts";

describe("a code", () => {
  test("is eight characters of Crockford base 32, different each time", () => {
    const codes = Array.from({ length: 500 }, newProofCode);
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(500);
  });

  test.each([
    ["alone", "7K3M9QXT"],
    ["in other words, in lower case", "Coffee & clips · smplat-7k3m9qxt · Berlin"],
    ["in full-width letters", "７Ｋ３Ｍ９ＱＸＴ"],
    ["with an invisible character an app put in", "7K3M\u200b9QXT"],
    ["glued to a word", "hello7K3M9QXTworld"],
  ])("is found %s", (_, text) => {
    expect(carriesCode(text, "7K3M9QXT")).toBe(true);
  });

  test("typed with letters for the digits they resemble is the same code", () => {
    expect(carriesCode("ioil2345", "10112345")).toBe(true);
  });

  test.each([
    ["nothing", ""],
    ["another code", "7K3M9QXA"],
    ["part of it", "7K3M9QX"],
    ["its characters spread over words", "7K3M 9QXT"],
    ["more text than is read", `${" ".repeat(10_001)}7K3M9QXT`],
  ])("is not found in %s", (_, text) => {
    expect(carriesCode(text, "7K3M9QXT")).toBe(false);
  });
});

describe("names that can be taken for each other have one skeleton", () => {
  test.each([
    ["studio.nord", "studio_nord"],
    ["modernart", "modemart"],
    ["paypal", "раураӏ"],
    ["lofi", "l0fi"],
    ["illusion", "1llusi0n"],
    ["wave", "vvave"],
    ["cafe", "café"],
  ])("%s and %s", (one, other) => {
    expect(handleSkeleton(one)).toBe(handleSkeleton(other));
  });

  test.each([
    ["studionord", "studiosued"],
    ["anna", "hanna"],
  ])("but not %s and %s", (one, other) => {
    expect(handleSkeleton(one)).not.toBe(handleSkeleton(other));
  });
});
