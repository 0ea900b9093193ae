import { expect, test } from "vitest";
import { blankRule, costOf, limitsOf, nextTier, replaceRow, ruleKinds, wordsIn } from "./service-draft.ts";

test("a service that is opened and saved untouched stays what it was", () => {
  const rules = [{ rule: "amount" as const, minimum: 1, maximum: 9 }];
  const costs = [
    { model: "flat" as const, amountMinor: 500 },
    { model: "per_unit" as const, amountMinor: 3, perUnits: 100 },
    { model: "tiered" as const, tiers: [{ fromUnits: 0, amountMinor: 9, perUnits: 10 }] },
  ];
  for (const cost of costs) {
    const draft = limitsOf({ cost, rules });
    expect(costOf(draft.cost)).toEqual(cost);
    expect(draft.rules.map((rule) => rule.value)).toEqual(rules);
  }
});

test("rows are told apart, and one is replaced without its siblings", () => {
  const rows = ruleKinds.map(blankRule);
  expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  const [first] = rows;
  const changed = replaceRow(rows, first?.key ?? "", { rule: "platforms", allow: ["x"] });
  expect(changed[0]?.value).toEqual({ rule: "platforms", allow: ["x"] });
  expect(changed.slice(1)).toEqual(rows.slice(1));
});

test("a tier that is added begins after the last one", () => {
  const { cost } = limitsOf(null);
  expect(nextTier(cost.tiers).value.fromUnits).toBe(10);
});

test("words are read with commas or spaces between, each once", () => {
  expect(wordsIn(" DE, AT  CH,DE ")).toEqual(["DE", "AT", "CH"]);
});
