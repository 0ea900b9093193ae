import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { patternInputMax, patternLengthMax, unsafePattern } from "./safe-pattern.ts";

describe("patterns of custom fields", () => {
  test.each([
    "[A-Za-z0-9_.]{1,30}",
    "https://(?:www\\.)?youtube\\.com/watch\\?v=[\\w-]{11}",
    "\\d{4}-\\d{2}-\\d{2}",
    "#[0-9a-fA-F]{6}",
    "(?:a|b)c?",
    "[a-z]+(?:-[a-z]{1,10}){0,3}",
    "\\p{L}+",
  ])("accepts %s", (pattern) => {
    expect(unsafePattern(pattern)).toBeNull();
  });

  test.each([
    "(a+)+",
    "(a*)*b",
    "(?:[a-z]+\\d?)*x",
    "(a|aa)+",
    "(?:a{1,100})+",
    "((a|b)c)*",
    "(a+){21,}",
    "(?:aa?a){2,30}",
    "(?:a{1,20}){0,20}",
    "a{1,20}".repeat(9),
    "a*a*a*a*b",
    "(a)\\1",
    "(?=a)a",
    "(?<!a)b",
    "(?<name>a)",
    "[a-",
    "a".repeat(patternLengthMax + 1),
  ])("refuses %s", (pattern) => {
    expect(unsafePattern(pattern)).not.toBeNull();
  });

  test("whatever is accepted answers quickly on the longest input", () => {
    const piece = fc.constantFrom("a", "b", "[ab]", "(?:a", ")", "*", "+", "?", "|", "{2,30}", "{3}", "\\w", ".");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom("a", "ab", "aab"), (pieces, word) => {
        const pattern = pieces.join("");
        fc.pre(unsafePattern(pattern) === null);
        const input = `${word.repeat(patternInputMax).slice(0, patternInputMax - 1)}!`;
        const started = performance.now();
        new RegExp(`^(?:${pattern})$`, "u").test(input);
        expect(performance.now() - started).toBeLessThan(2_000);
      }),
      { numRuns: 1_500 },
    );
  });
});
