import type { FieldProblem } from "./catalog-errors.ts";
import { checkPrices } from "./check-prices.ts";
import { type CustomField, optionPath, type ProductContent, type VisibilityCondition } from "./product.ts";
import { patternInputMax, unsafePattern } from "./safe-pattern.ts";

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const whole = (value: number, minimum: number, maximum: number): boolean =>
  Number.isSafeInteger(value) && value >= minimum && value <= maximum;

/** Everything in a draft that contradicts itself; an empty list when it can be stored. */
export function checkDraft(draft: ProductContent): FieldProblem[] {
  return [
    ...checkBasics(draft),
    ...checkKeys(draft),
    ...draft.customFields.flatMap((field) => checkField(field, draft)),
    ...checkPlans(draft),
    ...checkPresets(draft),
    ...checkPrices(draft),
  ];
}

const problem = (path: string, message: string): FieldProblem => ({ path, message });
const when = (wrong: boolean, path: string, message: string): FieldProblem[] => (wrong ? [problem(path, message)] : []);

function checkBasics(draft: ProductContent): FieldProblem[] {
  const { quantity, sla, evidence } = draft;
  const capacity = (draft as { capacityRemaining?: number | null }).capacityRemaining;
  const sensible =
    whole(quantity.minimum, 1, 1_000_000) &&
    whole(quantity.maximum, quantity.minimum, 1_000_000) &&
    whole(quantity.step, 1, quantity.maximum) &&
    whole(quantity.default, quantity.minimum, quantity.maximum);
  const onStep = (value: number) => (value - quantity.minimum) % quantity.step === 0;
  const tiers = draft.volumeTiers;
  return [
    ...when(!slug.test(draft.slug) || draft.slug.length > 80, "slug", "small letters, digits and single hyphens"),
    ...when(draft.platforms.length === 0, "platforms", "name at least one"),
    ...when(new Set(draft.platforms).size !== draft.platforms.length, "platforms", "names one twice"),
    ...when(!sensible, "quantity", "whole numbers with 1 ≤ minimum ≤ default ≤ maximum and a step"),
    ...when(sensible && !onStep(quantity.default), "quantity.default", "can't be reached from the minimum in steps"),
    ...when(sensible && !onStep(quantity.maximum), "quantity.maximum", "can't be reached from the minimum in steps"),
    ...when(
      tiers.some((tier) => !whole(tier.fromQuantity, 1, 1_000_000) || !whole(tier.discountBp, 1, 9_000)),
      "volumeTiers",
      "from a whole quantity, at most 90 %",
    ),
    ...when(
      tiers.some((tier, index) => index > 0 && tier.fromQuantity <= (tiers[index - 1]?.fromQuantity ?? 0)),
      "volumeTiers",
      "must rise",
    ),
    ...when(
      !whole(sla.startsWithinHours, 1, 8_760) || !whole(sla.deliversWithinHours, sla.startsWithinHours, 8_760),
      "sla",
      "whole hours, start before end",
    ),
    ...when(!whole(evidence.guaranteeDays, 0, 365), "evidence.guaranteeDays", "0 to 365 days"),
    ...when(!whole(evidence.thresholdPercent, 1, 100), "evidence.thresholdPercent", "1 to 100 percent"),
    ...when(
      capacity !== undefined && capacity !== null && !whole(capacity, 0, 100_000_000),
      "capacityRemaining",
      "zero or more",
    ),
    ...when(!whole(draft.artSeed, 0, 2_147_483_647), "artSeed", "a whole number"),
    ...when(!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft.serviceKey), "serviceKey", "small letters, digits and hyphens"),
  ];
}

function checkKeys(draft: ProductContent): FieldProblem[] {
  const lists: [string, readonly { readonly key: string }[]][] = [
    ["optionGroups", draft.optionGroups],
    ["addOns", draft.addOns],
    ["customFields", draft.customFields],
    ["plans", draft.plans],
    ["presets", draft.presets],
    ...draft.optionGroups.map((group): [string, readonly { readonly key: string }[]] => [
      `optionGroups.${group.key}.options`,
      group.options,
    ]),
  ];
  const problems = lists.flatMap(([path, entries]) => {
    const keys = entries.map((entry) => entry.key);
    return [
      ...when(new Set(keys).size !== keys.length, path, "has a key twice"),
      ...keys.filter((key) => !slug.test(key) || key.length > 80).map((key) => problem(`${path}.${key}`, "not a key")),
    ];
  });
  const empty = draft.optionGroups.filter((group) => group.options.length === 0);
  return [...problems, ...empty.map((group) => problem(`optionGroups.${group.key}`, "has no options"))];
}

function checkField(field: CustomField, draft: ProductContent): FieldProblem[] {
  const path = `customFields.${field.key}`;
  const unsafe = field.pattern === null ? null : unsafePattern(field.pattern);
  const limited = field.maxLength !== null && field.maxLength <= patternInputMax;
  const unknown = field.visibility.conditions.filter((condition) => !isKnown(condition, draft));
  return [
    ...when(unsafe !== null, `${path}.pattern`, unsafe ?? ""),
    ...when(field.pattern !== null && !limited, `${path}.maxLength`, `at most ${patternInputMax} with a pattern`),
    ...when(
      field.minLength !== null && field.maxLength !== null && field.minLength > field.maxLength,
      `${path}.minLength`,
      "is above the maximum",
    ),
    ...when(
      field.minimum !== null && field.maximum !== null && field.minimum > field.maximum,
      `${path}.minimum`,
      "is above the maximum",
    ),
    ...unknown.map((condition) => problem(`${path}.visibility`, `${condition.kind} ${condition.key} does not exist`)),
  ];
}

function isKnown(condition: VisibilityCondition, draft: ProductContent): boolean {
  switch (condition.kind) {
    case "option":
      return draft.optionGroups.some((group) =>
        group.options.some((option) => optionPath(group.key, option.key) === condition.key),
      );
    case "add_on":
      return draft.addOns.some((addOn) => addOn.key === condition.key);
    case "plan":
      return draft.plans.some((plan) => plan.key === condition.key);
    case "platform":
      return draft.platforms.some((platform) => platform === condition.key);
  }
}

function checkPlans(draft: ProductContent): FieldProblem[] {
  const defaults = draft.plans.filter((plan) => plan.default).length;
  return [
    ...when(draft.plans.length > 0 && defaults !== 1, "plans", "exactly one is the default"),
    ...draft.plans
      .filter((plan) => !whole(plan.multiplierBp, 1, 100_000))
      .map((plan) => problem(`plans.${plan.key}.multiplierBp`, "1 to 100 000")),
  ];
}

/** Presets may leave questions open, but never name what the product doesn't have. */
function checkPresets(draft: ProductContent): FieldProblem[] {
  const { minimum, maximum, step } = draft.quantity;
  return draft.presets.flatMap((preset) => {
    const path = `presets.${preset.key}`;
    const { options, addOns, plan, fields } = preset.selection;
    const offStep = preset.quantity < minimum || preset.quantity > maximum || (preset.quantity - minimum) % step !== 0;
    const unknownOptions = Object.entries(options).flatMap(([groupKey, keys]) =>
      keys.filter((key) => !isKnown({ kind: "option", key: optionPath(groupKey, key) }, draft)),
    );
    const unknown = [
      ...unknownOptions,
      ...addOns.filter((key) => !isKnown({ kind: "add_on", key }, draft)),
      ...(plan === null || isKnown({ kind: "plan", key: plan }, draft) ? [] : [plan]),
      ...Object.keys(fields).filter((key) => !draft.customFields.some((field) => field.key === key)),
    ];
    return [
      ...when(offStep, `${path}.quantity`, "is not a quantity of this product"),
      ...unknown.map((key) => problem(`${path}.selection`, `${key} does not exist`)),
    ];
  });
}
