import { expect, test } from "vitest";
import { changesOf, hasAddress, valuesOf } from "./profile-values.ts";

const profile = {
  email: "kim@example.com",
  name: "Kim",
  locale: "de",
  currency: "EUR",
  company: null,
  taxId: null,
  address: { line1: "Weg 1", city: "Köln", postalCode: "50667", country: "DE" },
} as const;

test("a profile that was only looked at is saved as it was", () => {
  const { email: _, ...rest } = profile;
  expect(changesOf(valuesOf(profile))).toEqual(rest);
});

test("an emptied address is taken away, and a country alone is no address", () => {
  const values = { ...valuesOf(profile), line1: " ", city: "", postalCode: "" };
  expect(hasAddress(values)).toBe(false);
  expect(changesOf(values).address).toBeNull();
});
