import { expect, test } from "vitest";
import { fieldFaults } from "./field-faults.ts";

const refused = (...paths: string[]) => paths.map((path) => ({ path, message: "Too small: expected array" }));

test("a limit's field is named as on the form, by the kind of limit that stands there", () => {
  const faults = fieldFaults(refused("rules.0.allow", "rules.1.allow.3", "rules.2.maximum"), [
    "platforms",
    "countries",
    "amount",
  ]);
  expect(faults).toMatchObject([
    { path: "rules.0.allow", label: "editor.rules.platforms", words: "fault.platforms" },
    { path: "rules.1.allow", label: "editor.rules.countries", words: "fault.countries" },
    { path: "rules.2.maximum", label: "editor.maximum", words: "fault.units" },
  ]);
});

test("a field that is wrong in two ways is told once, with what it has to hold", () => {
  const twice = [
    { path: "title", message: "contains control characters" },
    { path: "title", message: "Too big" },
  ];
  expect(fieldFaults(twice)).toMatchObject([{ path: "title", label: "editor.name", words: "fault.title" }]);
});

test("tiers and costs have their words whatever their place", () => {
  expect(fieldFaults(refused("cost.tiers.4.fromUnits", "cost.tiers", "cost.amountMinor"))).toMatchObject([
    { path: "cost.tiers.4.fromUnits", words: "fault.fromUnits" },
    { path: "cost.tiers", words: "fault.tiers" },
    { path: "cost.amountMinor", words: "fault.amount" },
  ]);
});

test("a place inside a configuration keeps its path and the server's word, a missing secret has words", () => {
  expect(fieldFaults(refused("submit.path", "secrets.apiKey"))).toMatchObject([
    { path: "submit.path", label: "settings.config", words: null },
    { path: "secrets.apiKey", label: "fault.secretLabel", words: "fault.secret" },
  ]);
});
