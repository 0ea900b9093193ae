import { z } from "zod";
import { scaleMinor } from "#kernel/money";

const Amount = z.int().nonnegative();
const Units = z.int().positive();

/** What a supplier charges for a service: once, per so many units, or per so many units by quantity. */
export const CostModel = z.discriminatedUnion("model", [
  z.strictObject({ model: z.literal("flat"), amountMinor: Amount }),
  z.strictObject({ model: z.literal("per_unit"), amountMinor: Amount, perUnits: Units }),
  z.strictObject({
    model: z.literal("tiered"),
    tiers: z
      .array(z.strictObject({ fromUnits: Amount, amountMinor: Amount, perUnits: Units }))
      .min(1)
      .max(20)
      .refine((tiers) => tiers.some((tier) => tier.fromUnits === 0), "the first tier starts at 0")
      .refine((tiers) => new Set(tiers.map((tier) => tier.fromUnits)).size === tiers.length, "each tier starts once"),
  }),
]);
export type CostModel = z.infer<typeof CostModel>;

/** Minor units of the service's currency for a quantity in the supplier's units. The tier reached prices all units. */
export function quoteCost(cost: CostModel, quantity: number): number {
  switch (cost.model) {
    case "flat":
      return cost.amountMinor;
    case "per_unit":
      return scaleMinor(cost.amountMinor, quantity, cost.perUnits);
    case "tiered": {
      const reached = [...cost.tiers]
        .sort((a, b) => b.fromUnits - a.fromUnits)
        .find((tier) => quantity >= tier.fromUnits);
      return reached === undefined ? 0 : scaleMinor(reached.amountMinor, quantity, reached.perUnits);
    }
  }
}
