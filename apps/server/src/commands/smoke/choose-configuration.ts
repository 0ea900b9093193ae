import type { Product, Selection } from "@smplat/contracts";
import type { Platform } from "@smplat/contracts/vocabulary";

type Field = Product["customFields"][number];

export interface Configuration {
  readonly quantity: number;
  readonly selection: Selection;
}

/** The smallest order of a product as a sensible shopper would configure it: what is recommended, and every visible field answered. */
export function chooseConfiguration(product: Product, platform: Platform): Configuration {
  const options: Record<string, string[]> = {};
  for (const group of product.optionGroups) {
    const choice = group.options.find((option) => option.recommended) ?? group.options[0];
    if (choice !== undefined && group.required) options[group.key] = [choice.key];
  }
  const plan = product.plans.find((candidate) => candidate.default)?.key ?? null;
  const chosen = new Set([
    `platform ${platform}`,
    `plan ${plan}`,
    ...Object.entries(options).flatMap(([group, keys]) => keys.map((key) => `option ${group}/${key}`)),
  ]);
  const fields = product.customFields
    .filter((field) => isVisible(field, chosen))
    .map((field): [string, string] => [field.key, answerTo(field)]);
  return {
    quantity: product.quantity.minimum,
    selection: { options, addOns: [], plan, fields: Object.fromEntries(fields) },
  };
}

function isVisible({ visibility }: Field, chosen: ReadonlySet<string>): boolean {
  const { mode, conditions } = visibility;
  if (conditions.length === 0) return true;
  const holds = conditions.map(({ kind, key }) => chosen.has(`${kind} ${key}`));
  return mode === "all" ? holds.every(Boolean) : holds.some(Boolean);
}

function answerTo(field: Field): string {
  if (field.kind === "number") return String(field.minimum ?? Math.min(1, field.maximum ?? 1));
  const words = field.kind === "url" ? "https://example.com/smoke-test" : "Smoke test after a deployment.";
  const longEnough = words.padEnd(field.minLength ?? 0, field.kind === "url" ? "-" : ".");
  const answer = field.kind === "text" ? longEnough.slice(0, field.maxLength ?? undefined) : longEnough;
  if (field.pattern === null || new RegExp(field.pattern, "u").test(answer)) return answer;
  return field.placeholder;
}
