import { describe, expect, test } from "vitest";
import {
  type ConfigurableProduct,
  fitConfiguration,
  fitQuantity,
  isVisible,
  selectionOf,
  startConfiguration,
} from "./configuration.ts";

const choice = { name: "", description: "", priceDeltaMinor: 0, recommended: false };
const group = { name: "", description: "", required: true, kind: "single" } as const;
const field = {
  label: "",
  help: "",
  kind: "text",
  required: true,
  placeholder: "",
  minLength: null,
  maxLength: null,
  minimum: null,
  maximum: null,
  pattern: null,
} as const;
const product: ConfigurableProduct = {
  id: "prd_00000000000000000000000001",
  slug: "boost",
  title: "Boost",
  unit: "views",
  platforms: ["instagram", "tiktok"],
  fromPrice: { amountMinor: 100, currency: "EUR" },
  taxRateBp: 1900,
  availability: "available",
  quantity: { minimum: 5, maximum: 50, step: 5, default: 10 },
  volumeTiers: [],
  optionGroups: [
    {
      ...group,
      key: "audience",
      options: [
        { ...choice, key: "wide" },
        { ...choice, key: "narrow", recommended: true },
      ],
    },
    { ...group, key: "formats", kind: "multiple", required: false, options: [{ ...choice, key: "feed" }] },
  ],
  addOns: [{ key: "call", name: "", description: "", mode: "flat", amount: 1, recommended: true }],
  customFields: [
    { ...field, key: "age", visibility: { mode: "all", conditions: [{ kind: "option", key: "audience/narrow" }] } },
    { ...field, key: "sound", visibility: { mode: "any", conditions: [{ kind: "platform", key: "tiktok" }] } },
  ],
  plans: [],
  presets: [],
  measurement: "optional",
  ownership: "none",
};

describe("configuration", () => {
  test("starts with one choice where one is needed and without an extra nobody asked for", () => {
    const start = startConfiguration(product);
    expect(start.options).toEqual({ audience: ["narrow"] });
    expect(start.addOns).toEqual([]);
    expect(start.quantity).toBe(10);
  });

  test("of several that may be combined, one is chosen where at least one is needed", () => {
    const formats = {
      ...group,
      key: "formats",
      kind: "multiple" as const,
      options: product.optionGroups[0]?.options ?? [],
    };
    expect(startConfiguration({ ...product, optionGroups: [formats] }).options).toEqual({ formats: ["narrow"] });
  });

  test("an old draft is made to fit: what no longer exists is dropped", () => {
    const fitted = fitConfiguration(product, {
      quantity: 999,
      options: { audience: ["gone"], other: ["x"] },
      addOns: ["gone", "call"],
      fields: { age: "20", gone: "x" },
    });
    expect(fitted.quantity).toBe(50);
    expect(fitted.options).toEqual({ audience: ["narrow"] });
    expect(fitted.addOns).toEqual(["call"]);
    expect(fitted.fields).toEqual({ age: "20" });
  });

  test("a quantity is always one that can be ordered", () => {
    expect([4, 5, 7, 12, 51, Number.NaN].map((wanted) => fitQuantity(product.quantity, wanted))).toEqual([
      5, 5, 5, 10, 50, 5,
    ]);
  });

  test("a field is asked for only where its conditions hold, and its answer is sent only then", () => {
    const configuration = { ...startConfiguration(product), fields: { age: "20", sound: "loud" } };
    const [age, sound] = product.customFields;
    expect(age && isVisible(age, configuration, "instagram")).toBe(true);
    expect(sound && isVisible(sound, configuration, "instagram")).toBe(false);
    expect(selectionOf(product, configuration, "instagram").fields).toEqual({ age: "20" });
    expect(selectionOf(product, configuration, "tiktok").fields).toEqual({ age: "20", sound: "loud" });
  });

  test("the price is asked for without answers that can't be used", () => {
    const configuration = { ...startConfiguration(product), fields: { age: "20", sound: "loud" } };
    expect(selectionOf(product, configuration, "tiktok", new Set(["age"])).fields).toEqual({ sound: "loud" });
  });

  test("a number typed with a comma is sent with the point the server reads", () => {
    const [age] = product.customFields;
    const asked = { ...product, customFields: age === undefined ? [] : [{ ...age, kind: "number" as const }] };
    const configuration = { ...startConfiguration(product), fields: { age: "18,5" } };
    expect(selectionOf(asked, configuration, "instagram").fields).toEqual({ age: "18.5" });
  });
});
