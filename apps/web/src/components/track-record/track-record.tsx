import type { ProofMetrics } from "@smplat/contracts";
import { SpreadBar } from "@smplat/ui/spread-bar";
import { getFormatter, getTranslations } from "next-intl/server";

const whole = 100;

/** How a product's orders went: median and middle half, share on time, sample and time; or how many are missing. */
export async function TrackRecord({ metrics }: { metrics: ProofMetrics }) {
  const [t, format] = await Promise.all([getTranslations("proof.track"), getFormatter()]);
  const { fulfillmentPercent: spread, onTimePercent: onTime, sampleSize, minimumSample, computedAt } = metrics;
  if (spread === null) {
    return (
      <p className="text-sm text-ink-muted">
        {t("unknown", { sample: format.number(sampleSize), minimum: format.number(minimumSample) })}
      </p>
    );
  }
  const percent = (value: number) => format.number(value / whole, { style: "percent", maximumFractionDigits: 0 });
  const { low, median, high } = spread;
  const delivered =
    low === high
      ? t("lineEven", { median: percent(median) })
      : t("line", { median: percent(median), low: percent(low), high: percent(high) });
  const time =
    computedAt === null ? "–" : format.dateTime(new Date(computedAt), { dateStyle: "medium", timeStyle: "short" });
  return (
    <div className="grid gap-1 text-sm">
      <p className="figures">
        {onTime === null ? delivered : `${delivered} · ${t("onTime", { share: percent(onTime) })}`}
      </p>
      <SpreadBar
        low={spread.low}
        median={spread.median}
        high={spread.high}
        max={Math.max(whole, spread.high)}
        mark={whole}
      />
      <p className="figures text-xs text-ink-muted">{t("sample", { count: format.number(sampleSize), time })}</p>
    </div>
  );
}
