import { z } from "zod";
import { evaluateRules, type LineFacts, type RuleTrace, ServiceRule } from "./evaluate-rules.ts";
import { CostModel, quoteCost } from "./service.ts";
import { configurationInvalid } from "./supplier-errors.ts";

const Draft = z.strictObject({ cost: CostModel, rules: z.array(ServiceRule).max(20) });

/** A service as it might be saved, and a line to hold it against. */
export interface ServiceTrial {
  readonly cost: unknown;
  readonly rules: unknown;
  readonly line: LineFacts;
}

/** What a service would make of a line. */
export interface ServicePreview {
  readonly isEligible: boolean;
  readonly rules: readonly RuleTrace[];
  /** Minor units of the service's currency. */
  readonly costMinor: number;
}

/** Holds a draft against a line as the router would; nothing is stored. Throws `provider.configuration-invalid`. */
export function previewService({ cost, rules, line }: ServiceTrial): ServicePreview {
  const draft = Draft.safeParse({ cost, rules });
  if (!draft.success) {
    const { issues } = draft.error;
    throw configurationInvalid(issues.map(({ path, message }) => ({ path: path.join("."), message })));
  }
  const trace = evaluateRules(draft.data.rules, line);
  return {
    isEligible: trace.every((rule) => rule.passed),
    rules: trace,
    costMinor: quoteCost(draft.data.cost, line.quantity),
  };
}
