import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTax } from "./tax.ts";
import { isEuCountry, standardRateBp } from "./vat-rates.ts";

const tax = createTax();
const sellerCountry = "DE";

describe("assess", () => {
  test("a buyer in the seller's country pays the seller's VAT, business or not", () => {
    expect(tax.assess({ sellerCountry, billingCountry: "DE" })).toMatchObject({ rateBp: 1900, treatment: "domestic" });
    expect(tax.assess({ sellerCountry, billingCountry: "DE", taxId: "DE136695976" })).toMatchObject({
      rateBp: 1900,
      treatment: "domestic",
      note: null,
    });
  });

  test("a consumer elsewhere in the EU pays the VAT of their country", () => {
    expect(tax.assess({ sellerCountry, billingCountry: "FR" })).toMatchObject({
      rateBp: 2000,
      treatment: "eu_consumer",
    });
    expect(tax.assess({ sellerCountry, billingCountry: "FI" }).label).toEqual({
      en: "VAT 25.5 % (FI)",
      de: "USt. 25,5 % (FI)",
    });
  });

  test("a business elsewhere in the EU accounts for the VAT itself, and the invoice says so", () => {
    const assessment = tax.assess({ sellerCountry, billingCountry: "AT", taxId: " atu 12345678 " });
    expect(assessment).toMatchObject({ rateBp: 0, treatment: "reverse_charge" });
    expect(assessment.note?.de).toContain("Steuerschuldnerschaft");
  });

  test("a VAT id of another country, or a malformed one, does not save the VAT", () => {
    for (const taxId of ["FRXX123456789", "ATU1234567", "AT12345678", "", null, "ATU12345678; drop"]) {
      expect(tax.assess({ sellerCountry, billingCountry: "AT", taxId })).toMatchObject({ treatment: "eu_consumer" });
    }
  });

  test("British consumers pay 20 %, the rest of the world none", () => {
    expect(tax.assess({ sellerCountry, billingCountry: "GB" })).toMatchObject({
      rateBp: 2000,
      treatment: "uk_consumer",
    });
    expect(tax.assess({ sellerCountry, billingCountry: "GB", taxId: "GB123456789" }).treatment).toBe("reverse_charge");
    for (const billingCountry of ["US", "CH", "NO", "JP"]) {
      expect(tax.assess({ sellerCountry, billingCountry })).toMatchObject({ rateBp: 0, treatment: "export" });
    }
  });

  test("a name every object has is no country", () => {
    expect(tax.assess({ sellerCountry, billingCountry: "constructor", taxId: "x" })).toMatchObject({ rateBp: 0 });
  });
});

describe("rates", () => {
  const members = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

  test("all 27 members have a standard rate between 17 and 27 %", () => {
    expect(members).toHaveLength(27);
    for (const country of members) {
      expect(isEuCountry(country)).toBe(true);
      expect(standardRateBp(country)).toBeGreaterThanOrEqual(1700);
      expect(standardRateBp(country)).toBeLessThanOrEqual(2700);
    }
    expect(isEuCountry("GB")).toBe(false);
  });
});

describe("VAT ids", () => {
  test("German ids need their check digit", () => {
    expect(tax.isWellFormedId("DE136695976", "DE")).toBe(true);
    expect(tax.isWellFormedId("DE 136 695 976", "DE")).toBe(true);
    expect(tax.isWellFormedId("DE136695977", "DE")).toBe(false);
  });

  test("Greek ids start with EL", () => {
    expect(tax.isWellFormedId("EL123456789", "GR")).toBe(true);
    expect(tax.isWellFormedId("GR123456789", "GR")).toBe(false);
  });
});

describe("amounts", () => {
  const rates = fc.constantFrom(0, 1700, 1900, 2000, 2100, 2550, 2700);
  const gross = (net: number, rateBp: number) => net + tax.taxOn(net, rateBp);

  test("a net amount is in the range of gross amounts exactly when its gross is", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000), rates, (minMinor, maxMinor, net, rateBp) => {
        const range = tax.netRange({ minMinor, maxMinor }, rateBp);
        const inside = net >= (range.minMinor ?? 0) && net <= (range.maxMinor ?? 0);
        expect(inside).toBe(gross(net, rateBp) >= minMinor && gross(net, rateBp) <= maxMinor);
      }),
      { numRuns: 10_000 },
    );
  });

  test("open ends stay open", () => {
    expect(tax.netRange({}, 1900)).toEqual({ minMinor: undefined, maxMinor: undefined });
  });
});
