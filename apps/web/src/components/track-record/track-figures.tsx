import type { ProofSummary } from "@smplat/contracts";
import { SpreadBar } from "@smplat/ui/spread-bar";
import { getFormatter, getTranslations } from "next-intl/server";

const whole = 100;

/** How a product's orders went, in one line of a list: the median with its spread, or that it is not known. */
export async function TrackFigures({ proof }: { proof: ProofSummary }) {
  const [t, format] = await Promise.all([getTranslations("proof.track"), getFormatter()]);
  const { medianFulfillmentPercent: median, interquartileRange: range } = proof;
  if (median === null || range === null) return <p className="text-xs text-ink-muted">{t("unknownShort")}</p>;
  const percent = (value: number) => format.number(value / whole, { style: "percent", maximumFractionDigits: 0 });
  return (
    <div className="grid gap-0.5">
      <p className="figures text-xs text-balance text-ink-muted">
        {t("short", { median: percent(median), count: format.number(proof.sampleSize) })}
      </p>
      <SpreadBar low={range.low} median={median} high={range.high} max={Math.max(whole, range.high)} mark={whole} />
    </div>
  );
}
