import type { Product } from "@smplat/contracts";
import { Meter } from "@smplat/ui/meter";
import { ShareBar } from "@smplat/ui/share-bar";
import { getFormatter, getTranslations } from "next-intl/server";
import { api, orNull } from "#api/server-client.ts";

const whole = 100;

/** Delivery numbers over verified orders, failures included; or plainly that there are not enough yet. */
export async function ProductProof({ product }: { product: Product }) {
  const [t, proof, format] = await Promise.all([
    getTranslations("product.proof"),
    getTranslations("proof.labels"),
    getFormatter(),
  ]);
  const metrics = await orNull(api().orders.proofMetrics({ query: { productId: product.id } }));
  const percent = (value: number) => format.number(value / whole, { style: "percent", maximumFractionDigits: 0 });
  const delivered = metrics?.fulfillmentPercent ?? null;
  const onTime = metrics?.onTimePercent ?? null;
  return (
    <section aria-labelledby="proof-title" className="grid gap-4">
      <h2 id="proof-title" className="text-xl">
        {t("title")}
      </h2>
      {metrics === null || delivered === null ? (
        <NotYetKnown sample={metrics?.sampleSize ?? null} minimum={metrics?.minimumSample ?? null} />
      ) : (
        <div className="grid gap-4 rounded-lg border border-line bg-surface p-(--card-padding)">
          <Meter
            label={t("fulfilment")}
            value={delivered.median}
            max={Math.max(whole, delivered.high)}
            valueText={percent(delivered.median)}
            threshold={{
              value: product.evidence.thresholdPercent,
              label:
                delivered.low === delivered.high
                  ? t("rangeEven", { value: percent(delivered.median) })
                  : t("range", { low: percent(delivered.low), high: percent(delivered.high) }),
            }}
          />
          {onTime === null ? null : (
            <Meter label={t("onTime")} value={onTime} max={whole} valueText={percent(onTime)} tone="success" />
          )}
          <ShareBar
            label={t("labels")}
            parts={[
              { id: "attributed", label: proof("attributed"), value: metrics.labels.attributed, tone: "success" },
              {
                id: "consistent",
                label: proof("consistent_with"),
                value: metrics.labels.consistentWith,
                tone: "accent",
              },
              { id: "inconclusive", label: proof("inconclusive"), value: metrics.labels.inconclusive, tone: "neutral" },
              { id: "contradicts", label: proof("contradicts"), value: metrics.labels.contradicts, tone: "critical" },
              { id: "unknown", label: proof("not_yet_known"), value: metrics.labels.notYetKnown, tone: "warning" },
            ]}
          />
          <p className="text-xs text-ink-muted">
            {t("sample", { count: metrics.sampleSize })}
            {metrics.computedAt === null
              ? null
              : ` · ${t("asOf", { time: format.dateTime(new Date(metrics.computedAt), { dateStyle: "medium", timeStyle: "short" }) })}`}
          </p>
        </div>
      )}
    </section>
  );
}

/** Nothing is drawn as zero that is only unknown: an empty scale with its first steps, and how many are missing. */
async function NotYetKnown({ sample, minimum }: { sample: number | null; minimum: number | null }) {
  const t = await getTranslations("product.proof");
  return (
    <div className="grid gap-3 rounded-lg border border-dashed border-line-strong p-(--card-padding)">
      <p className="font-semibold">{t("unknownTitle")}</p>
      {sample === null || minimum === null || minimum < 1 ? (
        <p className="text-sm text-ink-muted">{t("unknownPlain")}</p>
      ) : (
        <>
          <div aria-hidden="true" className="flex gap-1">
            {Array.from({ length: minimum }, (_, place) => place + 1).map((place) => (
              <span
                key={place}
                className={`h-2.5 flex-1 rounded-sm border ${place <= sample ? "border-accent bg-accent" : "border-dashed border-line-strong"}`}
              />
            ))}
          </div>
          <p className="text-sm text-ink-muted">{t("unknown", { sample, minimum })}</p>
        </>
      )}
    </div>
  );
}
