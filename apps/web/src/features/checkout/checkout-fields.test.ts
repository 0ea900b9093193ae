import { expect, test } from "vitest";
import { type FormValues, formFaults, personOf } from "./checkout-fields.ts";

const values: FormValues = {
  "contact.email": " ada@example.com ",
  "contact.name": "Ada",
  "billing.address.country": "DE",
  "billing.address.line1": "Street 1",
  "billing.address.line2": "",
  "billing.address.postalCode": "10115",
  "billing.address.city": "Berlin",
  "billing.company": "",
  "billing.taxId": "",
};
const given = { "consents.terms": true, "consents.earlyStart": true };

test("a filled form with both consents has no fault", () => {
  expect([...formFaults(values, given)]).toEqual([]);
});

test("without a consent nothing can be ordered", () => {
  expect([...formFaults(values, { ...given, "consents.earlyStart": false })]).toEqual([
    ["consents.earlyStart", "consent"],
  ]);
});

test("faults come in the order of the fields, so that the first one gets the focus", () => {
  const faults = formFaults({ ...values, "contact.email": "ada@", "billing.address.city": " " }, given);
  expect([...faults]).toEqual([
    ["contact.email", "email"],
    ["billing.address.city", "required"],
  ]);
});

test("what was left empty is left out of the order", () => {
  expect(personOf(values)).toEqual({
    contact: { email: "ada@example.com", name: "Ada" },
    billing: { address: { line1: "Street 1", city: "Berlin", postalCode: "10115", country: "DE" } },
  });
});
