import type { Product } from "@smplat/contracts";
import { expect, test } from "vitest";
import { chooseConfiguration } from "./choose-configuration.ts";

type Field = Product["customFields"][number];

const field = (key: string, changes: Partial<Field> = {}): Field => ({
  key,
  label: key,
  help: "",
  kind: "text",
  required: true,
  placeholder: "",
  minLength: null,
  maxLength: null,
  minimum: null,
  maximum: null,
  pattern: null,
  visibility: { mode: "all", conditions: [] },
  ...changes,
});

const option = (key: string, recommended = false) => ({
  key,
  name: key,
  description: "",
  priceDeltaMinor: 0,
  recommended,
});

function product(fields: Field[]): Product {
  const group = { key: "format", name: "", description: "", kind: "single", required: true } as const;
  return {
    quantity: { minimum: 3, maximum: 9, step: 3, default: 6 },
    optionGroups: [
      { ...group, options: [option("short"), option("long", true)] },
      { ...group, key: "extra", required: false, options: [option("any", true)] },
    ],
    addOns: [],
    plans: [],
    customFields: fields,
  } as unknown as Product;
}

test("takes the smallest quantity, the recommended choice of each required group and nothing optional", () => {
  expect(chooseConfiguration(product([]), "youtube")).toEqual({
    quantity: 3,
    selection: { options: { format: ["long"] }, addOns: [], plan: null, fields: {} },
  });
});

test("answers fields within their limits, and only those that its choices make visible", () => {
  const when = (kind: "option" | "platform", key: string): Field["visibility"] => ({
    mode: "any",
    conditions: [{ kind, key }],
  });
  const fields = [
    field("brief", { minLength: 60, maxLength: 70 }),
    field("link", { kind: "url" }),
    field("chapters", { kind: "number", minimum: 2, maximum: 5 }),
    field("code", { pattern: "^[A-Z]{3}$", placeholder: "ABC" }),
    field("for-long", { visibility: when("option", "format/long") }),
    field("for-short", { visibility: when("option", "format/short") }),
    field("on-x", { visibility: when("platform", "x") }),
  ];
  const { brief = "", ...others } = chooseConfiguration(product(fields), "youtube").selection.fields;
  expect(brief.length).toBeGreaterThanOrEqual(60);
  expect(brief.length).toBeLessThanOrEqual(70);
  expect(others).toEqual({
    link: "https://example.com/smoke-test",
    chapters: "2",
    code: "ABC",
    "for-long": expect.any(String),
  });
});
