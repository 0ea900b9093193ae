import { platforms } from "@smplat/contracts/vocabulary";
import { z } from "zod";

const Units = z.int().positive();

/** What limits a service. All of a service's rules must hold. */
export const ServiceRule = z.discriminatedUnion("rule", [
  /** Channels it works on. */
  z.strictObject({ rule: z.literal("platforms"), allow: z.array(z.enum(platforms)).min(1).max(20) }),
  /** Countries it sells to, ISO 3166-1 alpha-2 of the bill. */
  z.strictObject({
    rule: z.literal("countries"),
    allow: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .min(1)
      .max(250),
  }),
  /** Options it can't do, as "group/option". */
  z.strictObject({ rule: z.literal("options"), refuse: z.array(z.string().min(3).max(120)).min(1).max(50) }),
  /** How much it takes at once, in its own units. */
  z.strictObject({ rule: z.literal("amount"), minimum: Units, maximum: Units }),
  /** How fast it can work: the least time it needs, and its units per hour at most. */
  z.strictObject({ rule: z.literal("pacing"), minimumHours: Units, maximumUnitsPerHour: Units }),
]);
export type ServiceRule = z.infer<typeof ServiceRule>;

/** What is known of a line when it is routed. */
export interface LineFacts {
  readonly platform: string | null;
  readonly country: string;
  /** Chosen options as "group/option". */
  readonly options: readonly string[];
  /** Units of the supplier. */
  readonly quantity: number;
  /** Business hours the supplier is given. */
  readonly hours: number;
}

/** How one rule came out, for people. */
export interface RuleTrace {
  readonly rule: ServiceRule["rule"];
  readonly passed: boolean;
  readonly why: string;
}

/** Every rule with its outcome; a service is eligible when all passed. Pure. */
export const evaluateRules = (rules: readonly ServiceRule[], facts: LineFacts): RuleTrace[] =>
  rules.map((rule) => ({ rule: rule.rule, ...outcome(rule, facts) }));

function outcome(rule: ServiceRule, facts: LineFacts): { passed: boolean; why: string } {
  switch (rule.rule) {
    case "platforms": {
      // Work that is for no channel can be done wherever the supplier works.
      const passed = facts.platform === null || rule.allow.some((platform) => platform === facts.platform);
      return { passed, why: `${facts.platform ?? "no channel"}; works on ${rule.allow.join(", ")}` };
    }
    case "countries":
      return { passed: rule.allow.includes(facts.country), why: `${facts.country}; sells to ${rule.allow.join(", ")}` };
    case "options": {
      const refused = facts.options.filter((option) => rule.refuse.includes(option));
      return { passed: refused.length === 0, why: refused.length === 0 ? "no refused option" : refused.join(", ") };
    }
    case "amount":
      return {
        passed: facts.quantity >= rule.minimum && facts.quantity <= rule.maximum,
        why: `${facts.quantity} units; takes ${rule.minimum} to ${rule.maximum}`,
      };
    case "pacing": {
      const needed = Math.max(rule.minimumHours, Math.ceil(facts.quantity / rule.maximumUnitsPerHour));
      return { passed: facts.hours >= needed, why: `${facts.hours} h to deliver; needs ${needed} h` };
    }
  }
}
