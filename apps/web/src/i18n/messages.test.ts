import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { messages } from "./messages.ts";

function texts(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  );
}
const places = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]).toSorted();

const en = new Map(texts(messages.en));
const de = new Map(texts(messages.de));

test("every text exists in both languages", () => {
  expect(en.size).toBeGreaterThan(300);
  expect([...de.keys()].toSorted()).toEqual([...en.keys()].toSorted());
});

test("no text is empty", () => {
  expect([...en, ...de].filter(([, text]) => text.trim() === "")).toEqual([]);
});

// German law fixes the words of this button; the total stands right above it.
const fixedByLaw = "checkout.pay";

test("both languages leave the same places for values", () => {
  const differing = [...en].filter(
    ([key, text]) => JSON.stringify(places(text)) !== JSON.stringify(places(de.get(key) ?? "")),
  );
  expect(differing.filter(([key, text]) => key !== fixedByLaw && !text.includes("plural"))).toEqual([]);
});

test("every file of texts is loaded", () => {
  const files = readdirSync(new URL("../../messages/en", import.meta.url)).map((name) => name.replace(".json", ""));
  expect(files.toSorted()).toEqual(Object.keys(messages.en).toSorted());
});

test("texts that travel to the browser need no parser", () => {
  const areas = ["shell", "product", "problems", "cart", "checkout", "confirmation"] as const;
  const needing = areas.flatMap((area) => texts(messages.en[area]).filter(([, text]) => /\{\w+,/.test(text)));
  expect(needing).toEqual([]);
});
