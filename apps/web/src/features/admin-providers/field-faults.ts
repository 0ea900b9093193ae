import type { CopyKey } from "#i18n/copy.tsx";
import type { RuleKind } from "./service-draft.ts";

type Key = CopyKey<"providers">;

/** A field that was refused: what it is called on the form, and what it has to hold. */
export interface FieldFault {
  /** As the API names it. */
  readonly path: string;
  readonly label: Key;
  /** Null where the form has no words of its own: a place inside a configuration. */
  readonly words: Key | null;
  /** As the server says it, in English. */
  readonly message: string;
}

type Words = readonly [label: Key, words: Key];

const hours = (label: Key): Words => [label, "fault.hours"];
const units = (label: Key): Words => [label, "fault.units"];
const amount: Words = ["services.cost", "fault.amount"];

/** By path, with `#` for the place in a list and a rule's kind in place of its number. */
const known: Readonly<Record<string, Words>> = {
  service: ["editor.code", "fault.code"],
  title: ["editor.name", "fault.title"],
  name: ["settings.name", "fault.name"],
  maxInFlight: ["settings.maxInFlight", "fault.limit"],
  startsWithinHours: hours("editor.startsWithinHours"),
  deliversWithinHours: hours("editor.deliversWithinHours"),
  "cost.amountMinor": amount,
  "cost.perUnits": units("editor.perUnits"),
  "cost.tiers": ["editor.models.tiered", "fault.tiers"],
  "cost.tiers.#.fromUnits": ["editor.fromUnits", "fault.fromUnits"],
  "cost.tiers.#.amountMinor": amount,
  "cost.tiers.#.perUnits": units("editor.perUnits"),
  rules: ["services.rules", "fault.tooMany"],
  "rules.platforms.allow": ["editor.rules.platforms", "fault.platforms"],
  "rules.countries.allow": ["editor.rules.countries", "fault.countries"],
  "rules.options.refuse": ["editor.rules.options", "fault.options"],
  "rules.amount.minimum": units("editor.minimum"),
  "rules.amount.maximum": units("editor.maximum"),
  "rules.pacing.minimumHours": hours("editor.minimumHours"),
  "rules.pacing.maximumUnitsPerHour": units("editor.unitsPerHour"),
  unitsPerItem: units("mapping.units"),
  priority: ["mapping.priority", "fault.priority"],
  "target.serviceKey": ["mapping.kinds.service-key", "fault.serviceKey"],
  "target.productId": ["mapping.kinds.product", "fault.product"],
  "line.country": ["trial.country", "fault.country"],
  "line.options": ["trial.options", "fault.options"],
  "line.quantity": units("trial.quantity"),
  "line.hours": hours("dryRun.hours"),
  handle: ["dryRun.handle", "fault.name"],
  quantity: units("dryRun.quantity"),
  hours: hours("dryRun.hours"),
};

/** What was refused, each field once, in the server's order. `rules` are those of the form, in its order. */
export function fieldFaults(
  fields: readonly { readonly path: string; readonly message: string }[],
  rules: readonly RuleKind[] = [],
): FieldFault[] {
  const faults = fields.map(({ path, message }) => faultOf(path, message, rules));
  const told = (fault: FieldFault) => (fault.words === null ? `${fault.path} ${fault.message}` : fault.path);
  return [...new Map(faults.map((fault) => [told(fault), fault])).values()];
}

function faultOf(given: string, said: string, rules: readonly RuleKind[]): FieldFault {
  // One wrong word of a list is a fault of the field that holds the list.
  const path = given.replace(/\.(allow|refuse|options)\.\d+$/, ".$1");
  const shape = path
    .replace(/^rules\.(\d+)/, (whole, index: string) =>
      rules[Number(index)] ? `rules.${rules[Number(index)]}` : whole,
    )
    .replace(/\.\d+(?=\.|$)/g, ".#");
  const words = Object.hasOwn(known, shape) ? known[shape] : undefined;
  if (words !== undefined) return { path, label: words[0], words: words[1], message: said };
  if (path.startsWith("secrets.")) return { path, label: "fault.secretLabel", words: "fault.secret", message: said };
  return { path, label: "settings.config", words: null, message: said };
}
