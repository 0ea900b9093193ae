"use client";

import type { ChannelDiagnosis } from "@smplat/contracts";
import { Card } from "@smplat/ui/card";
import { type Definition, DefinitionList } from "@smplat/ui/definition-list";
import { StatusPill } from "@smplat/ui/status-pill";
import { channelName } from "#components/channel-name.ts";
import { exactnessOf } from "#components/exactness.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";

type Copy = ReturnType<typeof useCopy<"admin-validation">>;
type Formats = { readonly number: Intl.NumberFormat; readonly moment: Intl.DateTimeFormat };

const tones = { measured: "success", failed: "critical", no_source: "neutral" } as const;

/** Everything one look brought. */
export function Diagnosis({ found }: { found: ChannelDiagnosis }) {
  const t = useCopy("admin-validation");
  const locale = useLocale();
  const formats = {
    number: new Intl.NumberFormat(locale),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone: "Europe/Berlin" }),
  };
  const { number } = formats;
  return (
    <Card>
      <div role="status" className="grid gap-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-base wrap-anywhere">
            <a href={found.profileUrl} rel="noreferrer" className="underline underline-offset-4">
              {channelName(found.handle)}
            </a>
          </h3>
          <StatusPill tone={tones[found.result]}>{t(`result.${found.result}`)}</StatusPill>
          <span className="text-xs text-ink-muted">
            {t("diagnosis.latency", { ms: number.format(found.latencyMs) })}
          </span>
        </div>
        <DefinitionList
          items={[
            ...readingFacts(found, t, formats),
            ...failureFacts(found, t, formats),
            ...found.sources.map((source) => ({
              term: t("diagnosis.budget"),
              value: t("diagnosis.budgetOf", {
                source: source.id,
                left: number.format(source.budgetLeft),
                capacity: number.format(source.budgetCapacity),
                breaker: t(`breaker.${source.breaker}`),
              }),
            })),
            ...attestationFacts(found, t, formats),
          ]}
        />
      </div>
    </Card>
  );
}

function readingFacts({ reading, source }: ChannelDiagnosis, t: Copy, { number, moment }: Formats): Definition[] {
  if (reading === null) return [{ term: t("diagnosis.source"), value: source ?? t("diagnosis.noSource") }];
  const count = (value: number | null) => (value === null ? t("diagnosis.notTold") : number.format(value));
  const precision = t(`diagnosis.${exactnessOf(reading)}`, { step: number.format(reading.precision.step) });
  return [
    { term: t("diagnosis.source"), value: `${source ?? ""} · ${t(`method.${reading.method}`)}` },
    { term: t("diagnosis.channel"), value: `${reading.displayName ?? "–"} · ${reading.platformUserId}` },
    { term: t("diagnosis.followers"), value: `${count(reading.followers)} (${precision})` },
    { term: t("diagnosis.posts"), value: count(reading.posts) },
    { term: t("diagnosis.views"), value: count(reading.views) },
    { term: t("diagnosis.takenAt"), value: moment.format(new Date(reading.takenAt)) },
    { term: t("diagnosis.hash"), value: <code className="font-mono text-xs">{reading.rawHash}</code> },
  ];
}

function failureFacts({ failure, retry }: ChannelDiagnosis, t: Copy, { moment, number }: Formats): Definition[] {
  if (failure === null || retry === null) return [];
  const again = retry.byItself
    ? t("diagnosis.byItself")
    : t("diagnosis.remembered", { seconds: number.format(retry.rememberedMs / 1_000) });
  const notBefore =
    failure.retryAt === null ? "" : ` ${t("diagnosis.notBefore", { time: moment.format(new Date(failure.retryAt)) })}`;
  return [
    { term: t("diagnosis.kind"), value: <code className="font-mono text-sm font-semibold">{failure.kind}</code> },
    { term: t("diagnosis.customerReads"), value: `${failure.title}. ${failure.remedy}` },
    { term: t("diagnosis.again"), value: `${again}${notBefore}` },
  ];
}

function attestationFacts({ attestation }: ChannelDiagnosis, t: Copy, { number, moment }: Formats): Definition[] {
  if (attestation === null) return [];
  const followers = number.format(attestation.followers);
  const until = moment.format(new Date(attestation.expiresAt));
  return [{ term: t("diagnosis.override"), value: t("diagnosis.overrideUntil", { followers, until }) }];
}
