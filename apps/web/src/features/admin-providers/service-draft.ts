import type { CostModel, ProviderService, ServiceRule } from "@smplat/contracts";

/** A row of a form, told apart from its siblings while it is edited. */
export interface Row<T> {
  readonly key: string;
  readonly value: T;
}

export type Tier = Extract<CostModel, { model: "tiered" }>["tiers"][number];

/** A cost model while it is edited: changing the model keeps what was typed for the others. */
export interface CostDraft {
  readonly model: CostModel["model"];
  readonly amountMinor: number;
  readonly perUnits: number;
  readonly tiers: readonly Row<Tier>[];
}

export interface LimitsDraft {
  readonly cost: CostDraft;
  readonly rules: readonly Row<ServiceRule>[];
}

let rowsMade = 0;

export function rowOf<T>(value: T): Row<T> {
  rowsMade += 1;
  return { key: `row-${rowsMade}`, value };
}

export function replaceRow<T>(rows: readonly Row<T>[], key: string, value: T): Row<T>[] {
  return rows.map((row) => (row.key === key ? { key, value } : row));
}

const blankTier: Tier = { fromUnits: 0, amountMinor: 0, perUnits: 1 };

/** What is edited of a service; null for a new one. */
export function limitsOf(service: Pick<ProviderService, "cost" | "rules"> | null): LimitsDraft {
  const cost: CostModel = service?.cost ?? { model: "per_unit", amountMinor: 0, perUnits: 1 };
  return {
    cost: {
      model: cost.model,
      amountMinor: cost.model === "tiered" ? 0 : cost.amountMinor,
      perUnits: cost.model === "per_unit" ? cost.perUnits : 1,
      tiers: (cost.model === "tiered" ? cost.tiers : [blankTier]).map(rowOf),
    },
    rules: (service?.rules ?? []).map(rowOf),
  };
}

/** The cost model as it is saved. */
export function costOf({ model, amountMinor, perUnits, tiers }: CostDraft): CostModel {
  switch (model) {
    case "flat":
      return { model, amountMinor };
    case "per_unit":
      return { model, amountMinor, perUnits };
    case "tiered":
      return { model, tiers: tiers.map((tier) => tier.value) };
  }
}

/** The next tier begins where the last one has grown tenfold. */
export function nextTier(tiers: readonly Row<Tier>[]): Row<Tier> {
  const last = tiers.at(-1)?.value;
  return rowOf(last === undefined ? blankTier : { ...last, fromUnits: Math.max(10, last.fromUnits * 10) });
}

export const ruleKinds = ["platforms", "countries", "options", "amount", "pacing"] as const;
export type RuleKind = (typeof ruleKinds)[number];

const blankRules: Readonly<Record<RuleKind, ServiceRule>> = {
  platforms: { rule: "platforms", allow: [] },
  countries: { rule: "countries", allow: [] },
  options: { rule: "options", refuse: [] },
  amount: { rule: "amount", minimum: 1, maximum: 1_000 },
  pacing: { rule: "pacing", minimumHours: 1, maximumUnitsPerHour: 100 },
};

export const blankRule = (kind: RuleKind): Row<ServiceRule> => rowOf(blankRules[kind]);

/** What stands in a line of words with commas or spaces between. */
export const wordsIn = (text: string): string[] => [...new Set(text.split(/[\s,]+/).filter((word) => word !== ""))];
