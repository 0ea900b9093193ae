"use client";

import type { MetricSourceHealth } from "@smplat/contracts";
import { Card } from "@smplat/ui/card";
import { DefinitionList } from "@smplat/ui/definition-list";
import { Meter } from "@smplat/ui/meter";
import { Notice } from "@smplat/ui/notice";
import { StatusPill } from "@smplat/ui/status-pill";
import { browserApi } from "#api/browser-client.ts";
import { LiveMark } from "#components/live-mark.tsx";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useLiveList } from "#components/use-live-list.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";

type Health = Awaited<ReturnType<typeof browserApi.adminMetrics.sources>>;

const intervalMs = 5_000;
const staleAfterMs = 20_000;
const tones = { closed: "success", half_open: "warning", open: "critical" } as const;

/** Every source of numbers with what is left to ask, whether it rests, and how it failed; read anew by itself. */
export function SourceBoard({ initial, drawnAtMs }: { initial: Health; drawnAtMs: number }) {
  const t = useCopy("admin-validation");
  const names = useCopy("shell");
  const { data, error, loading, readAtMs, refresh } = useLiveList({
    key: ["metric-sources"],
    read: () => browserApi.adminMetrics.sources({}),
    initial,
    drawnAtMs,
    intervalMs,
  });
  return (
    <section aria-labelledby="sources" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="sources" className="text-lg">
          {t("sources.title")}
        </h2>
        <LiveMark readAtMs={readAtMs} staleAfterMs={staleAfterMs} loading={loading} onRefresh={refresh} />
      </div>
      <p className="text-sm text-ink-muted">{t("sources.lead")}</p>
      {error === null ? null : <ProblemNotice error={error} tone="warning" />}
      {data.withoutSource.length === 0 ? null : (
        <Notice
          tone="neutral"
          title={t("sources.without", {
            platforms: data.withoutSource.map((platform) => names(`platforms.${platform}`)).join(", "),
          })}
          remedy={t("sources.withoutRemedy")}
        />
      )}
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {data.sources.map((source) => (
          <SourceCard key={source.id} source={source} />
        ))}
      </ul>
    </section>
  );
}

function SourceCard({ source }: { source: MetricSourceHealth }) {
  const t = useCopy("admin-validation");
  const names = useCopy("shell");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone: "Europe/Berlin",
  });
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: "USD", minimumFractionDigits: 2 });
  const counts = source.failures.map(({ kind, count, lastAt }) =>
    t("sources.failure", { kind, count: number.format(count), time: moment.format(new Date(lastAt)) }),
  );
  return (
    <Card as="li" tint={source.platform}>
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-base">{names(`platforms.${source.platform}`)}</h3>
          <StatusPill tone={tones[source.breaker]}>{t(`breaker.${source.breaker}`)}</StatusPill>
        </div>
        <p className="text-sm text-ink-muted">
          <code className="font-mono text-xs">{source.id}</code> · {t(`method.${source.method}`)}
        </p>
        <Meter
          label={t("sources.budget")}
          value={source.budgetLeft}
          max={source.budgetCapacity}
          valueText={t("sources.budgetOf", {
            left: number.format(source.budgetLeft),
            capacity: number.format(source.budgetCapacity),
          })}
        />
        <DefinitionList
          items={[
            {
              term: t("sources.lastSuccess"),
              value: source.lastSuccessAt === null ? t("sources.never") : moment.format(new Date(source.lastSuccessAt)),
            },
            { term: t("sources.failures"), value: counts.length === 0 ? t("sources.none") : counts.join("; ") },
            ...(source.spentTodayUsd === null
              ? []
              : [{ term: t("sources.spent"), value: money.format(source.spentTodayUsd) }]),
          ]}
        />
      </div>
    </Card>
  );
}
