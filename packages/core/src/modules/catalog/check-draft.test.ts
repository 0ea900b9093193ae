import { sampleProduct } from "@smplat/testing";
import { expect, test } from "vitest";
import { checkDraft } from "./check-draft.ts";
import type { ProductDraft } from "./product.ts";

const paths = (changes: Partial<ProductDraft>) =>
  checkDraft({ ...sampleProduct, ...changes }).map((problem) => problem.path);
const text = { en: "Text", de: "Text" };
const [field] = sampleProduct.customFields;

test("the sample can be saved", () => {
  expect(checkDraft(sampleProduct)).toEqual([]);
});

test.each<[string, Partial<ProductDraft>]>([
  ["slug", { slug: "Not A Slug" }],
  ["platforms", { platforms: [] }],
  ["platforms", { platforms: ["x", "x"] }],
  ["quantity", { quantity: { minimum: 5, maximum: 2, step: 1, default: 5 } }],
  ["quantity.default", { quantity: { minimum: 2, maximum: 40, step: 2, default: 5 } }],
  ["quantity.maximum", { quantity: { minimum: 2, maximum: 41, step: 2, default: 4 } }],
  ["volumeTiers", { volumeTiers: [{ fromQuantity: 5, discountBp: 9_500 }] }],
  [
    "volumeTiers",
    {
      volumeTiers: [
        { fromQuantity: 10, discountBp: 500 },
        { fromQuantity: 10, discountBp: 600 },
      ],
    },
  ],
  ["sla", { sla: { startsWithinHours: 30, deliversWithinHours: 24 } }],
  ["capacityRemaining", { capacityRemaining: -1 }],
  ["customFields.footage.pattern", { customFields: [{ ...field, pattern: "(a+)+" }] }],
  ["customFields.footage.maxLength", { customFields: [{ ...field, pattern: "a", maxLength: null }] }],
  [
    "customFields.footage.visibility",
    { customFields: [{ ...field, visibility: { mode: "any", conditions: [{ kind: "plan", key: "gone" }] } }] },
  ],
  ["customFields", { customFields: [field, field] }],
  [
    "presets.start.selection",
    {
      presets: [
        {
          key: "start",
          name: text,
          summary: text,
          badge: null,
          quantity: 4,
          selection: { options: { format: ["gone"] }, addOns: [], plan: null, fields: {} },
        },
      ],
    },
  ],
  [
    "prices.EUR.options.format/gone",
    { prices: { EUR: { ...sampleProduct.prices.EUR, options: { "format/gone": 1 } } } },
  ],
  ["prices.EUR.addOns.grading", { prices: { EUR: { ...sampleProduct.prices.EUR, addOns: {} } } }],
  ["prices.EUR.unitMinor", { prices: { EUR: { ...sampleProduct.prices.EUR, unitMinor: 10.5 } } }],
  ["prices.EUR.options", { prices: { EUR: { ...sampleProduct.prices.EUR, options: { "format/long": -5_000 } } } }],
])("names %s", (path, changes) => {
  expect(paths(changes)).toContain(path);
});
