import type { ProofLabel } from "@smplat/contracts/vocabulary";
import { IntervalChart, type IntervalTone } from "@smplat/ui/interval-chart";
import { useLocale, useTranslations } from "next-intl";
import type { ProofCardData } from "./proof-card-data.ts";

const tones: Readonly<Record<ProofLabel, IntervalTone>> = {
  attributed: "lift",
  consistent_with: "lift",
  inconclusive: "inconclusive",
  contradicts: "short",
  not_yet_known: "inconclusive",
};

/** The readings over time, what would have come anyway, and the range of what is left. */
export function ProofChart({ proof }: { proof: ProofCardData }) {
  const t = useTranslations("proof");
  const locale = useLocale();
  const { baseline, latest, change } = proof;
  const drift = baseline !== null && change?.expectedOrganic != null ? baseline + change.expectedOrganic : null;
  const interval =
    drift !== null && change?.low != null && change.high != null
      ? { low: drift + change.low, high: drift + change.high, label: t("chart.interval") }
      : undefined;
  return (
    <IntervalChart
      title={t("chart.title", { product: proof.product })}
      description={proof.explanation}
      tone={tones[proof.label]}
      locale={locale}
      timeZone="Europe/Berlin"
      height={168}
      readings={proof.readings.map(({ at, followers }) => ({ atMs: Date.parse(at), value: followers }))}
      baseline={
        baseline === null
          ? undefined
          : { value: baseline, label: t("chart.baseline"), step: proof.precisionStep, stepLabel: t("chart.step") }
      }
      forecast={
        proof.forecast.length === 0
          ? undefined
          : {
              label: t("chart.forecast"),
              points: proof.forecast.map(({ at, ...point }) => ({ atMs: Date.parse(at), ...point })),
            }
      }
      period={
        proof.period === null
          ? undefined
          : {
              startMs: Date.parse(proof.period.start),
              endMs: proof.period.end === null ? null : Date.parse(proof.period.end),
              label: t("chart.period"),
            }
      }
      expected={
        baseline === null || drift === null ? undefined : { start: baseline, end: drift, label: t("chart.expected") }
      }
      now={latest === null ? undefined : { value: latest, label: t("chart.now"), interval }}
      words={{
        reading: t("chart.reading"),
        missing: t("chart.missing"),
        time: t("chart.time"),
        showTable: t("chart.showTable"),
      }}
    />
  );
}
