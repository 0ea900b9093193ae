import { sampleProduct } from "@smplat/testing";
import { describe, expect, test } from "vitest";
import { isDomainError } from "#kernel/domain-error";
import type { CatalogProduct, CustomField, Selection } from "#modules/catalog";
import { configure } from "./configure.ts";

const at = new Date("2026-11-22T12:00:00Z");
const product: CatalogProduct = {
  ...sampleProduct,
  id: "prd_sample",
  state: "published",
  version: 2,
  policy: null,
  capacityRemaining: null,
  createdAt: at,
  updatedAt: at,
  publishedAt: at,
};
const footage = "https://drive.example/folder";
const complete: Selection = { options: { format: ["short"] }, addOns: [], plan: null, fields: { footage } };
const request = (selection: Partial<Selection>, platform: "youtube" | "x" | null = "youtube") => ({
  quantity: 4,
  currency: "EUR" as const,
  locale: "en" as const,
  platform,
  selection: { ...complete, ...selection },
});

function problemsOf(selection: Partial<Selection>, of: CatalogProduct = product): unknown {
  try {
    configure(of, request(selection));
    return [];
  } catch (error) {
    if (!isDomainError(error, "selection.invalid")) throw error;
    return (error.details.fields as { path: string }[]).map((field) => field.path);
  }
}

const missingOf = (selection: Partial<Selection>) => configure(product, request(selection)).missing;

const withField = (changes: Partial<CustomField>): CatalogProduct => {
  const [field] = sampleProduct.customFields;
  return { ...product, customFields: [{ ...field, key: "answer", kind: "text", required: false, ...changes }] };
};
const answer = (text: string, changes: Partial<CustomField> = {}) =>
  problemsOf({ fields: { answer: text } }, withField(changes));

describe("a configuration", () => {
  test("is stored in the product's order, each choice once", () => {
    const { selection: stored } = configure(
      product,
      request({ addOns: ["grading", "express", "grading"], fields: { footage: `  ${footage} ` } }),
    );
    expect(stored).toEqual({
      options: { format: ["short"] },
      addOns: ["express", "grading"],
      plan: null,
      fields: { footage },
    });
  });

  test("needs a platform of the product's, if it names one", () => {
    expect(() => configure(product, request({}, "x"))).toThrow(
      expect.objectContaining({ code: "selection.platform-not-eligible" }),
    );
    expect(configure(product, request({}, null)).selection).toEqual(complete);
  });

  test("lists every problem at once", () => {
    expect(problemsOf({ options: {}, addOns: ["gone"], fields: { footage: "gone" } })).toEqual([
      "selection.options.format",
      "selection.addOns.gone",
      "selection.fields.footage",
    ]);
  });

  test("says what is wrong in the shopper's language", () => {
    expect(() => configure(product, { ...request({ options: {} }), locale: "de" })).toThrow(
      expect.objectContaining({
        details: { fields: [{ path: "selection.options.format", message: "Bitte eine Möglichkeit wählen." }] },
      }),
    );
  });
});

describe("answers", () => {
  test("a question is asked only when its conditions hold", () => {
    expect(missingOf({ options: { format: ["long"] } })).toEqual(["chapters"]);
    expect(missingOf({ options: { format: ["long"] }, fields: { footage, chapters: "12" } })).toEqual([]);
    expect(missingOf({ options: { format: ["short"] } })).toEqual([]);
  });

  test("required ones that are not there yet are listed in the product's order, blank ones too; optional ones are not", () => {
    expect(missingOf({ options: { format: ["long"] }, fields: {} })).toEqual(["footage", "chapters"]);
    expect(missingOf({ fields: { footage: "   " } })).toEqual(["footage"]);
    expect(configure(withField({}), request({ fields: {} })).missing).toEqual([]);
  });

  test("a wrong one is refused while others are missing, and only the wrong one", () => {
    expect(problemsOf({ options: { format: ["long"] }, fields: { chapters: "five" } })).toEqual([
      "selection.fields.chapters",
    ]);
  });

  test("an answer to a hidden question is dropped, whatever it says", () => {
    expect(configure(product, request({ fields: { footage, chapters: "not a number" } })).selection.fields).toEqual({
      footage,
    });
  });

  test("an answer to a question that does not exist is refused", () => {
    expect(problemsOf({ fields: { footage, gone: "x" } })).toEqual(["selection.fields.gone"]);
  });

  test.each([
    ["chapters", "0"],
    ["chapters", "21"],
    ["chapters", "five"],
    ["chapters", "1e3"],
    ["chapters", "Infinity"],
  ])("%s can't be %s", (key, value) => {
    expect(problemsOf({ options: { format: ["long"] }, fields: { footage, [key]: value } })).toEqual([
      `selection.fields.${key}`,
    ]);
  });

  test.each([
    "javascript:alert(1)",
    "drive.example/folder",
    "https://user:secret@drive.example",
    "https://localhost",
    "ftp://drive.example",
    `https://drive.example/${"a".repeat(300)}`,
  ])("%s is no link", (link) => {
    expect(problemsOf({ fields: { footage: link } })).toEqual(["selection.fields.footage"]);
  });

  test("length is counted in characters, and the whole answer must match a pattern", () => {
    expect(answer("😀😀😀", { maxLength: 3 })).toEqual([]);
    expect(answer("😀😀😀😀", { maxLength: 3 })).toEqual(["selection.fields.answer"]);
    expect(answer("a", { minLength: 2 })).toEqual(["selection.fields.answer"]);
    expect(answer("#ff8800", { pattern: "#[0-9a-f]{6}", maxLength: 7 })).toEqual([]);
    expect(answer("x#ff880", { pattern: "#[0-9a-f]{5}", maxLength: 7 })).toEqual(["selection.fields.answer"]);
  });

  test("characters that can't be stored are refused, line breaks are not", () => {
    expect(answer("a\u0000b")).toEqual(["selection.fields.answer"]);
    expect(answer("a\ud800b")).toEqual(["selection.fields.answer"]);
    expect(answer("first line\nsecond line")).toEqual([]);
  });

  test("all conditions or any of them, over options, add-ons, plans and platforms", () => {
    const visible = (mode: "any" | "all", platform: "youtube" | null) => {
      const conditions = [
        { kind: "platform", key: "youtube" },
        { kind: "add_on", key: "express" },
      ] as const;
      const of = withField({ visibility: { mode, conditions } });
      return "answer" in configure(of, { ...request({ fields: { answer: "yes" } }), platform }).selection.fields;
    };
    expect(visible("any", "youtube")).toBe(true);
    expect(visible("all", "youtube")).toBe(false);
    expect(visible("any", null)).toBe(false);
  });
});
