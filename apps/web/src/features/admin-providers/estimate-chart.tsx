import type { Provider } from "@smplat/contracts";
import { SpreadBar } from "@smplat/ui/spread-bar";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { writer } from "./estimate-mark.tsx";

type Metric = Provider["quality"]["metrics"][number];

interface EstimateChartProps {
  /** All of one kind: shares stand on an axis from 0 to 1, hours on one to the longest of them. */
  kind: "share" | "hours";
  metrics: readonly Metric[];
}

const lowIsGood = new Set<Metric["metric"]>(["mismatch", "refill"]);

/** Estimates under each other on one axis, so that their intervals can be compared; the figures stand beside them. */
export async function EstimateChart({ kind, metrics }: EstimateChartProps) {
  const [t, { locale }] = await Promise.all([getTranslations("providers"), shopContext()]);
  const write = writer(kind, locale);
  const end = kind === "share" ? 1 : axisEnd(metrics);
  return (
    <section className="grid min-w-0 gap-2">
      <h3 className="text-sm">{t(kind === "share" ? "quality.parts" : "quality.times")}</h3>
      <dl className="grid gap-y-2.5">
        {metrics.map((part) => (
          <div
            key={part.metric}
            className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-center gap-x-4 md:grid-cols-[11rem_minmax(0,1fr)_8.5rem]"
          >
            <dt className="min-w-0 text-sm">
              {t(`metric.${part.metric}`)}
              {lowIsGood.has(part.metric) ? (
                <span className="block text-xs text-ink-muted">{t("quality.lowIsGood")}</span>
              ) : null}
            </dt>
            <dd className="contents">
              {part.estimate.known ? (
                <>
                  <span className="max-md:order-last max-md:col-span-2">
                    <SpreadBar
                      low={part.estimate.low}
                      median={part.estimate.value}
                      high={part.estimate.high}
                      max={end}
                    />
                  </span>
                  <span className="figures grid justify-items-end text-sm">
                    <strong>{write(part.estimate.value)}</strong>
                    <span className="text-xs whitespace-nowrap text-ink-muted">
                      {t("interval", { low: write(part.estimate.low), high: write(part.estimate.high) })}
                    </span>
                  </span>
                </>
              ) : (
                <span className="text-end text-sm text-ink-muted md:col-span-2">
                  {t("notYetKnown")} · {t("sample", { count: part.estimate.observations })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Axis ticks={[0, end / 2, end].map(write)} />
    </section>
  );
}

function Axis({ ticks }: { ticks: readonly string[] }) {
  return (
    <div aria-hidden="true" className="md:grid md:grid-cols-[11rem_minmax(0,1fr)_8.5rem] md:gap-x-4">
      <p className="figures flex justify-between border-t border-line pt-1 text-xs text-ink-muted md:col-start-2">
        {ticks.map((tick) => (
          <span key={tick}>{tick}</span>
        ))}
      </p>
    </div>
  );
}

/** An even number of hours with room for the longest interval. */
function axisEnd(metrics: readonly Metric[]): number {
  const longest = Math.max(1, ...metrics.map(({ estimate }) => (estimate.known ? estimate.high : 0)));
  const step = longest > 24 ? 12 : 2;
  return Math.ceil(longest / step) * step;
}
