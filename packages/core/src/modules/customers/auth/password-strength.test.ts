import { describe, expect, test } from "vitest";
import { isWeakPassword } from "./password-strength.ts";

describe("a password anybody would try is refused", () => {
  test.each([
    "password123",
    "Password123!",
    "P@ssw0rd2026",
    "passwort1234",
    "qwertyuiop",
    "qwertz123456",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "1234567890",
    "0987654321",
    "12345678910",
    "aaaaaaaaaa",
    "abcabcabcabc",
    "121212121212",
    "iloveyou2026",
    "administrator",
    "Letmein!2026",
    "smplat2026!!",
    "monkeymonkey",
    "w3lc0me1234",
    "Schatzi123!",
    "correcthorsebatterystaple",
  ])("%s", (password) => {
    expect(isWeakPassword(password, "ada@shop.example")).toBe(true);
  });

  test("and so is the address itself", () => {
    expect(isWeakPassword("ada.lovelace", "ada.lovelace@shop.example")).toBe(true);
    expect(isWeakPassword("Ada-Lovelace-1", "ada.lovelace@shop.example")).toBe(true);
  });
});

test.each([
  "umbrella-under-7-seas",
  "k4Jd!2mmQx",
  "blue tractor eats moss",
  "пароль-не-простой",
  "🐙🦑🦐🦞🦀🐡🐠🐟🐬🐳",
])("%s is not refused", (password) => {
  expect(isWeakPassword(password, "ada@shop.example")).toBe(false);
});
