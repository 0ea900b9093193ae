import type { Estimate } from "@smplat/contracts";
import { SpreadBar } from "@smplat/ui/spread-bar";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";

/** `score` runs from 0 to 100, `share` from 0 to 1, `hours` has no end. */
export type EstimateKind = "score" | "share" | "hours";

interface EstimateMarkProps {
  estimate: Estimate;
  kind: EstimateKind;
}

const wholes: Readonly<Record<EstimateKind, number | null>> = { score: 100, share: 1, hours: null };

/** A figure with its interval, drawn and in words, and how many outcomes it is made of; or that it is not known yet. */
export async function EstimateMark({ estimate, kind }: EstimateMarkProps) {
  const [t, { locale }] = await Promise.all([getTranslations("providers"), shopContext()]);
  if (!estimate.known) {
    return (
      <span className="grid text-ink-muted">
        <span>{t("notYetKnown")}</span>
        <span className="text-xs">{t("sample", { count: estimate.observations })}</span>
      </span>
    );
  }
  const { value, low, high, observations } = estimate;
  const write = writer(kind, locale);
  return (
    <span className="grid min-w-40 gap-0.5 whitespace-nowrap">
      <span className="figures flex items-baseline justify-between gap-3">
        <strong>{write(value)}</strong>
        <span className="text-xs text-ink-muted">{t("interval", { low: write(low), high: write(high) })}</span>
      </span>
      <SpreadBar low={low} median={value} high={high} max={wholes[kind] ?? high} />
      <span className="text-xs text-ink-muted">{t("sample", { count: observations })}</span>
    </span>
  );
}

/** Writes a value of this kind, with its unit. */
export function writer(kind: EstimateKind, locale: string): (value: number) => string {
  const styles: Readonly<Record<EstimateKind, Intl.NumberFormatOptions>> = {
    score: { maximumFractionDigits: 0 },
    share: { style: "percent", maximumFractionDigits: 1 },
    hours: { style: "unit", unit: "hour", unitDisplay: "narrow", maximumFractionDigits: 1 },
  };
  const format = new Intl.NumberFormat(locale, styles[kind]);
  return (value) => format.format(value);
}
