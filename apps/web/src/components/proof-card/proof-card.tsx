import type { ProofLabel } from "@smplat/contracts/vocabulary";
import { Badge } from "@smplat/ui/badge";
import { StatusPill } from "@smplat/ui/status-pill";
import type { Tone } from "@smplat/ui/tone";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { channelName } from "#components/channel-name.ts";
import { attestedSource, sourceName } from "#components/source-name.ts";
import { countReadings } from "./count-readings.ts";
import type { ProofCardData } from "./proof-card-data.ts";
import { ProofChart } from "./proof-chart.tsx";

const tones: Readonly<Record<ProofLabel, Tone>> = {
  attributed: "success",
  consistent_with: "success",
  inconclusive: "neutral",
  contradicts: "warning",
  not_yet_known: "info",
};

interface ProofCardProps {
  proof: ProofCardData;
  /** Invented to show the form; the card says so itself. */
  sample?: boolean;
  headingLevel?: "h2" | "h3";
}

/**
 * Before, now, and the range that is left once ordinary growth is taken off. The same form everywhere, and it says
 * "cannot be told" as clearly as it says "yes". Needs the `proof` and `shell` texts.
 */
export function ProofCard({ proof, sample = false, headingLevel: Heading = "h3" }: ProofCardProps) {
  const t = useTranslations("proof");
  const platforms = useTranslations("shell.platforms");
  const id = useId();
  const known = proof.readings.some(({ followers }) => followers !== null);
  return (
    <article
      aria-labelledby={id}
      className="grid min-w-0 gap-4 rounded-lg border border-line bg-surface p-(--card-padding)"
    >
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-48 gap-0.5">
          <p className="text-xs text-ink-muted">
            {proof.channel === null
              ? t("noChannel")
              : `${platforms(proof.channel.platform)} · ${channelName(proof.channel.handle)}`}
          </p>
          <Heading id={id} className="text-lg">
            {proof.product}
          </Heading>
        </div>
        <div className="flex flex-wrap gap-2">
          {sample ? <Badge tone="accent">{t("sample")}</Badge> : null}
          {proof.attested ? <Badge tone="warning">{t("attested")}</Badge> : null}
          {proof.weakBaseline === null ? null : <Badge>{t("weakBaseline")}</Badge>}
          <StatusPill tone={tones[proof.label]}>{t(`labels.${proof.label}`)}</StatusPill>
        </div>
      </header>
      {known ? <ProofChart proof={proof} /> : <NotMeasured reason={proof.baselineMissing} />}
      <p className="text-sm">{proof.explanation}</p>
      {proof.weakBaseline === null ? null : (
        <p className="text-sm text-ink-muted">{t("weakBaselineWhy", { ...proof.weakBaseline })}</p>
      )}
      <ProofFacts proof={proof} />
    </article>
  );
}

function NotMeasured({ reason }: { reason: string | null }) {
  const t = useTranslations("proof");
  return (
    <div className="grid min-h-24 content-center gap-1 rounded-md border border-dashed border-line-strong px-4 py-3">
      <p className="text-sm font-semibold">{t("notMeasured")}</p>
      <p className="text-sm text-ink-muted">{reason ?? t("notMeasuredWhy")}</p>
    </div>
  );
}

function ProofFacts({ proof }: { proof: ProofCardData }) {
  const t = useTranslations("proof");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero" });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "Europe/Berlin" });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "Europe/Berlin" });
  const computedAt = new Date(proof.computedAt);
  const { change, fulfillment } = proof;
  const { taken, used } = countReadings(proof.readings, change);
  const range =
    change?.low != null && change.high != null
      ? t("facts.range", { low: signed.format(Math.round(change.low)), high: signed.format(Math.round(change.high)) })
      : t("facts.unknown");
  const facts = [
    [
      t("facts.delivered"),
      `${number.format(fulfillment.delivered)} / ${number.format(fulfillment.ordered)} × ${fulfillment.unit}`,
    ],
    [t("facts.before"), proof.baseline === null ? t("facts.unknown") : number.format(proof.baseline)],
    [t("facts.now"), proof.latest === null ? t("facts.unknown") : number.format(proof.latest)],
    [t("facts.extra"), range],
    [t("facts.readings"), number.format(taken)],
    [t("facts.rests"), used === null ? t("facts.unknown") : t("facts.restsOn", { ...used })],
    [
      t("facts.source"),
      sourceOf(proof, { unknown: t("facts.unknown"), byHand: t("facts.byHand") }, (step) =>
        t("facts.step", { step: number.format(step) }),
      ),
    ],
    [t("facts.computed"), `${day.format(computedAt)}, ${time.format(computedAt).replace(" ", "\u00a0")}`],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-4 sm:grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-y-2.5 border-t border-line pt-3">
      {facts.map(([term, value]) => (
        <div key={term} className="min-w-0">
          <dt className="text-xs text-ink-muted">{term}</dt>
          <dd className="figures text-sm font-semibold wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function sourceOf(
  proof: ProofCardData,
  words: { unknown: string; byHand: string },
  stepWords: (step: number) => string,
): string {
  if (proof.source === null) return words.unknown;
  if (proof.source === attestedSource) return words.byHand;
  const name = sourceName(proof.source);
  return proof.precisionStep > 0 ? `${name}, ${stepWords(proof.precisionStep)}` : name;
}
