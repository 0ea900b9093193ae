import { expect, test } from "vitest";
import { codeAt, newTotpSecret, stepOfCode, totpUri } from "./totp.ts";

/** "12345678901234567890" of RFC 6238, appendix B, in base32. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at second %i the code is the last six digits of RFC 6238's", (second, code) => {
  const at = new Date(second * 1000);
  expect(codeAt(secret, at)).toBe(code);
  expect(stepOfCode(secret, code, at)).toBe(Math.floor(second / 30));
});

test("a code counts one step early and one late, as the step it belongs to, and no further", () => {
  const at = new Date(1_234_567_890_000);
  const step = Math.floor(1_234_567_890 / 30);
  const shown = (steps: number) => stepOfCode(secret, codeAt(secret, new Date(at.getTime() + steps * 30_000)), at);
  expect([-2, -1, 0, 1, 2].map(shown)).toEqual([null, step - 1, step, step + 1, null]);
});

test("what is not six digits is no code", () => {
  for (const code of ["", "12345", "1234567", "abcdef"]) expect(stepOfCode(secret, code, new Date(0))).toBeNull();
});

test("secrets have 160 bits, differ, and their address names shop and person", () => {
  const [one, two] = [newTotpSecret(), newTotpSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(two);
  expect(new URL(totpUri(one, "ada@example.com")).searchParams.get("secret")).toBe(one);
  expect(decodeURIComponent(totpUri(one, "ada@example.com"))).toContain("otpauth://totp/Smplat:ada@example.com");
});
