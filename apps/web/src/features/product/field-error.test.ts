import { expect, test } from "vitest";
import { fieldFault } from "./field-error.ts";

const field = {
  key: "f",
  label: "",
  help: "",
  kind: "text" as "text" | "url" | "number",
  required: false,
  placeholder: "",
  minLength: null as number | null,
  maxLength: null as number | null,
  minimum: null as number | null,
  maximum: null as number | null,
  pattern: null as string | null,
  visibility: { mode: "any" as const, conditions: [] },
};

test("an empty answer is a fault only where one is required", () => {
  expect(fieldFault(field, "  ")).toBeNull();
  expect(fieldFault({ ...field, required: true }, "  ")).toEqual({ kind: "required" });
});

test("a link must be one a browser can open", () => {
  const url = { ...field, kind: "url" as const };
  expect(fieldFault(url, "https://example.com/a")).toBeNull();
  for (const answer of [
    "example.com",
    "javascript:alert(1)",
    "https://",
    "https://exam",
    "https://me:secret@example.com",
  ])
    expect(fieldFault(url, answer)).toEqual({ kind: "url" });
});

test("a number is read with a comma or a point, and held to its bounds", () => {
  const number = { ...field, kind: "number" as const, minimum: 18, maximum: 65 };
  expect(fieldFault(number, "18,5")).toBeNull();
  expect(fieldFault(number, "17")).toEqual({ kind: "minimum", bound: 18 });
  expect(fieldFault(number, "66")).toEqual({ kind: "maximum", bound: 65 });
  expect(fieldFault(number, "many")).toEqual({ kind: "number" });
});

test("a pattern covers the whole answer, and one the browser can't read is left to the server", () => {
  expect(fieldFault({ ...field, pattern: "[a-z]+" }, "abc")).toBeNull();
  expect(fieldFault({ ...field, pattern: "[a-z]+" }, "abc1")).toEqual({ kind: "pattern" });
  expect(fieldFault({ ...field, pattern: "(" }, "abc")).toBeNull();
});
