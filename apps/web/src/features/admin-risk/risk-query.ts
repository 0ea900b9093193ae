import { type SearchParams, singleValue } from "#i18n/single-value.ts";

/** Which assessments are shown: those that wait for a person, those that were refused, or all that were kept. */
export const riskViews = ["open", "blocked", "all"] as const;
export type RiskView = (typeof riskViews)[number];

const referenceLength = 64;

export interface RiskQuery {
  readonly show: RiskView;
  readonly cursor: string | null;
  /** What a refused shopper was shown; it wins over the view. */
  readonly reference: string | null;
}

export function readRiskQuery(params: SearchParams): RiskQuery {
  const show = riskViews.find((view) => view === singleValue(params, "show")) ?? "open";
  const reference = singleValue(params, "reference")?.trim().slice(0, referenceLength) ?? "";
  return {
    show: reference === "" ? show : "all",
    cursor: singleValue(params, "cursor") ?? null,
    reference: reference === "" ? null : reference,
  };
}

/** As the address bar and the API take it. */
export const riskQueryOf = ({ show, cursor, reference }: RiskQuery) => ({
  show,
  ...(cursor === null ? {} : { cursor }),
  ...(reference === null ? {} : { reference }),
});
