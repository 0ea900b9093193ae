"use client";

import type { ProofDocument, SignedReceipt } from "@smplat/receipt-verifier";
import { Card } from "@smplat/ui/card";
import { StatusPill } from "@smplat/ui/status-pill";
import { useId } from "react";
import { channelName } from "#components/channel-name.ts";
import { countReadings } from "#components/proof-card/count-readings.ts";
import { attestedSource, sourceName } from "#components/source-name.ts";
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

/** Proper names, the same in every language; a platform the shop no longer knows is called by its id. */
const platformNames: Readonly<Record<string, string>> = {
  instagram: "Instagram",
  tiktok: "TikTok",
  youtube: "YouTube",
  x: "X",
  bluesky: "Bluesky",
  mastodon: "Mastodon",
  twitch: "Twitch",
};

const isLabel = (label: string): label is keyof typeof labels => Object.hasOwn(labels, label);

/** What a verified proof says, from its document and from nothing else. */
export function SignedProofCard({ receipt }: { receipt: SignedReceipt }) {
  const t = useCopy("verify");
  const locale = useLocale();
  const id = useId();
  const { document, statement } = receipt;
  const { proof, line, order } = document;
  const cause = causes.find((known) => known === document.cause);
  const facts = factsOf(t, locale, receipt);
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
      <FactList t={t} facts={facts.slice(0, chiefFacts)} />
      <details className="group text-sm">
        <summary className="tap cursor-pointer font-semibold text-accent-ink">{t("card.more")}</summary>
        <div className="grid gap-4 pt-3">
          <FactList t={t} facts={facts.slice(chiefFacts)} />
          <p className="text-xs text-ink-muted">
            {t("card.digest")}
            <code className="block font-mono wrap-anywhere">{statement.digest}</code>
          </p>
        </div>
      </details>
    </Card>
  );
}

function FactList({ t, facts }: { t: Translate; facts: readonly [Term, string][] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-2.5 border-t border-line pt-3 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
      {facts.map(([term, value]) => (
        <div key={term} className="min-w-0">
          <dt className="text-xs text-ink-muted">{t(`card.${term}`)}</dt>
          <dd className="figures text-sm font-semibold wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What was delivered and measured comes first; how it was counted and signed stands behind a press. */
const chiefFacts = 6;

type Term =
  Extract<CopyKey<"verify">, `card.${string}`> extends infer K ? (K extends `card.${infer T}` ? T : never) : never;

function factsOf(t: Translate, locale: string, { document, openings, inclusion }: SignedReceipt): [Term, string][] {
  const { line, proof, policy } = document;
  const source = proof.latest?.source ?? proof.baseline?.source;
  const number = new Intl.NumberFormat(locale);
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "Europe/Berlin" });
  const count = (value: number | null | undefined) => (value == null ? t("card.unknown") : number.format(value));
  const [delivered, ordered] = [number.format(line.delivered), number.format(line.ordered)];
  return [
    ["delivered", t("card.deliveredOf", { delivered, ordered, unit: line.unit })],
    ["channel", channelOf(t, document, openings)],
    ["before", count(proof.baseline?.followers)],
    ["after", count(proof.latest?.followers)],
    ["extra", rangeOf(t, locale, proof.change)],
    ["issued", moment.format(new Date(document.issuedAt))],
    ["rests", restsOn(t, locale, document)],
    ["readings", number.format(countReadings(document.readings, null).taken)],
    ["missing", number.format(document.missing.length)],
    ["source", sourceOf(t, source)],
    ["policy", t(policy.outcome === "allowed" ? "card.policies.allowed" : "card.policies.other")],
    ["guarantee", t("card.guaranteeOf", { days: policy.guaranteeDays, percent: policy.thresholdPercent })],
    ["published", inclusion == null ? t("card.publishedNot") : day.format(new Date(`${inclusion.date}T12:00:00Z`))],
  ];
}

/** The handle is behind a seal; the file opens it as long as nobody had it erased. */
function channelOf(t: Translate, { channel }: ProofDocument, openings: SignedReceipt["openings"]): string {
  if (channel === null) return t("card.unknown");
  const opening = openings.find(({ path }) => path === "/channel/handle");
  const platform = platformNames[channel.platform] ?? channel.platform;
  if (channel.handle === null) return platform;
  return `${platform} · ${opening === undefined ? t("card.erased") : channelName(opening.value)}`;
}

function sourceOf(t: Translate, source: string | undefined): string {
  if (source === undefined) return t("card.unknown");
  return source === attestedSource ? t("card.byHand") : sourceName(source);
}

/** Readings a change was made from, which are not the readings that were taken. */
function restsOn(t: Translate, locale: string, { readings, proof }: ProofDocument): string {
  const { used } = countReadings(readings, proof.change);
  if (used === null) return t("card.unknown");
  if (used.earlier === 0) return t("card.restsOnTwo");
  const number = new Intl.NumberFormat(locale);
  return t("card.restsOnMore", { count: number.format(used.count), earlier: number.format(used.earlier) });
}

function rangeOf(t: Translate, locale: string, change: ProofDocument["proof"]["change"]): string {
  if (change?.low == null || change.high == null) return t("card.unknown");
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero", maximumFractionDigits: 0 });
  return t("card.range", { low: signed.format(change.low), high: signed.format(change.high) });
}
