import { expect, test } from "vitest";
import { createSecretBox } from "./secret-box.ts";

const key = "k".repeat(32);
const box = createSecretBox([key]);

test("what is sealed opens again, and no two seals look alike", () => {
  const [one, two] = [box.seal("whsec_äöü", "prv_1"), box.seal("whsec_äöü", "prv_1")];
  expect(box.open(one, "prv_1")).toBe("whsec_äöü");
  expect(one).not.toBe(two);
  expect(one).not.toContain("whsec");
});

test("a secret moved to another row does not open there", () => {
  expect(() => box.open(box.seal("x", "prv_1"), "prv_2")).toThrow();
});

test("a changed byte anywhere is noticed", () => {
  const sealed = box.seal("a secret of some length", "prv_1");
  const parts = sealed.split(".");
  for (const index of [2, 3, 4]) {
    const changed = parts.map((part, at) => (at === index ? (part[0] === "A" ? "B" : "A") + part.slice(1) : part));
    expect(() => box.open(changed.join("."), "prv_1")).toThrow();
  }
  expect(() => box.open(parts.slice(0, 4).join("."), "prv_1")).toThrow(/not a sealed secret/);
});

test("a tag cut short is refused", () => {
  const parts = box.seal("x", "prv_1").split(".");
  const short = Buffer.from(parts[4] ?? "", "base64url")
    .subarray(0, 4)
    .toString("base64url");
  expect(() => box.open([...parts.slice(0, 4), short].join("."), "prv_1")).toThrow();
});

test("after a new key, old secrets still open and new ones are sealed with the new key", () => {
  const rotated = createSecretBox(["n".repeat(32), key]);
  expect(rotated.open(box.seal("old", "prv_1"), "prv_1")).toBe("old");
  expect(() => box.open(rotated.seal("new", "prv_1"), "prv_1")).toThrow(/No key/);
});
