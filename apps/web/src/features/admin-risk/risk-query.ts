import { type SearchParams, singleValue } from "#i18n/single-value.ts";

/** Which assessments are shown: those that wait for a person, those that were refused, or all that were kept. */
export const riskViews = ["open", "blocked", "all"] as const;
export type RiskView = (typeof riskViews)[number];

export interface RiskQuery {
  readonly show: RiskView;
  readonly cursor: string | null;
}

export function readRiskQuery(params: SearchParams): RiskQuery {
  const show = riskViews.find((view) => view === singleValue(params, "show")) ?? "open";
  return { show, cursor: singleValue(params, "cursor") ?? null };
}

/** As the address bar and the API take it. */
export const riskQueryOf = ({ show, cursor }: RiskQuery) => ({ show, ...(cursor === null ? {} : { cursor }) });
