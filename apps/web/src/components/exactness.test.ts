import { expect, test } from "vitest";
import { exactnessOf } from "./exactness.ts";

const exact = { kind: "exact", step: 0 } as const;

test("a count the platform told is exact, or rounded when the platform rounds", () => {
  expect(exactnessOf({ method: "official_api", precision: exact })).toBe("exact");
  expect(exactnessOf({ method: "owner_oauth", precision: { kind: "floor3sf", step: 100 } })).toBe("rounded");
});

test("a count that people vouched for is as they saw it, and never called exact", () => {
  expect(exactnessOf({ method: "manual", precision: exact })).toBe("asSeen");
});
