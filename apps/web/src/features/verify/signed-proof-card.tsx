"use client";

import type { ProofDocument, SignedReceipt } from "@smplat/receipt-verifier";
import { Card } from "@smplat/ui/card";
import { StatusPill } from "@smplat/ui/status-pill";
import { useId } from "react";
import { type CopyKey, useCopy, useLocale } from "#i18n/copy.tsx";

type Translate = ReturnType<typeof useCopy<"verify">>;

const causes = ["completed", "after-1d", "after-7d", "after-30d", "evidence", "refill", "refund"] as const;
const labels = {
  attributed: "success",
  consistent_with: "success",
  inconclusive: "neutral",
  contradicts: "warning",
  not_yet_known: "info",
} as const;

const isLabel = (label: string): label is keyof typeof labels => Object.hasOwn(labels, label);

/** What a verified proof says, from its document and from nothing else. */
export function SignedProofCard({ receipt }: { receipt: SignedReceipt }) {
  const t = useCopy("verify");
  const locale = useLocale();
  const id = useId();
  const { document, statement } = receipt;
  const { proof, line, order } = document;
  const cause = causes.find((known) => known === document.cause);
  const label = isLabel(proof.label) ? proof.label : "not_yet_known";
  return (
    <Card as="article" aria-labelledby={id} className="grid gap-4">
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-48 gap-0.5">
          <p className="text-xs text-ink-muted">
            {t("card.label", { number: order.sequence })}
            {cause === undefined ? null : ` · ${t(`card.causes.${cause}`)}`}
          </p>
          <h2 id={id} className="text-lg">
            {line.product}
          </h2>
        </div>
        <StatusPill tone={labels[label]}>{t(`card.labels.${label}`)}</StatusPill>
      </header>
      <p lang="en" className="text-sm">
        {proof.explanation}
      </p>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9rem),1fr))] gap-x-4 gap-y-2.5 border-t border-line pt-3">
        {factsOf(t, locale, receipt).map(([term, value]) => (
          <div key={term} className="min-w-0">
            <dt className="text-xs text-ink-muted">{t(`card.${term}`)}</dt>
            <dd className="figures text-sm font-semibold wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-xs text-ink-muted">
        {t("card.digest")}
        <code className="block font-mono wrap-anywhere">{statement.digest}</code>
      </p>
    </Card>
  );
}

type Term =
  Extract<CopyKey<"verify">, `card.${string}`> extends infer K ? (K extends `card.${infer T}` ? T : never) : never;

function factsOf(t: Translate, locale: string, { document, openings, inclusion }: SignedReceipt): [Term, string][] {
  const { line, proof, policy } = document;
  const number = new Intl.NumberFormat(locale);
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  const count = (value: number | null | undefined) => (value == null ? t("card.unknown") : number.format(value));
  const [delivered, ordered] = [number.format(line.delivered), number.format(line.ordered)];
  return [
    ["delivered", t("card.deliveredOf", { delivered, ordered, unit: line.unit })],
    ["channel", channelOf(t, document, openings)],
    ["before", count(proof.baseline?.followers)],
    ["after", count(proof.latest?.followers)],
    ["extra", rangeOf(t, locale, proof.change)],
    ["readings", number.format(document.readings.length)],
    ["missing", number.format(document.missing.length)],
    ["source", proof.latest?.source ?? proof.baseline?.source ?? t("card.unknown")],
    ["policy", t(policy.outcome === "allowed" ? "card.policies.allowed" : "card.policies.other")],
    ["guarantee", t("card.guaranteeOf", { days: policy.guaranteeDays, percent: policy.thresholdPercent })],
    ["issued", moment.format(new Date(document.issuedAt))],
    ["published", inclusion?.date ?? t("card.publishedNot")],
  ];
}

/** The handle is behind a seal; the file opens it as long as nobody had it erased. */
function channelOf(t: Translate, { channel }: ProofDocument, openings: SignedReceipt["openings"]): string {
  if (channel === null) return t("card.unknown");
  const opening = openings.find(({ path }) => path === "/channel/handle");
  if (channel.handle === null) return channel.platform;
  return `${channel.platform} · ${opening?.value ?? t("card.erased")}`;
}

function rangeOf(t: Translate, locale: string, change: ProofDocument["proof"]["change"]): string {
  if (change?.low == null || change.high == null) return t("card.unknown");
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero", maximumFractionDigits: 0 });
  return t("card.range", { low: signed.format(change.low), high: signed.format(change.high) });
}
