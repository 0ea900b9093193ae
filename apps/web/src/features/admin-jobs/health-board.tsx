"use client";

import type { Readiness, ReadinessCheck } from "@smplat/contracts";
import { Notice } from "@smplat/ui/notice";
import { StatusPill } from "@smplat/ui/status-pill";
import { browserApi } from "#api/browser-client.ts";
import { LiveMark } from "#components/live-mark.tsx";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useLiveList } from "#components/use-live-list.ts";
import { type CopyKey, useCopy, useLocale } from "#i18n/copy.tsx";

const intervalMs = 10_000;
const staleAfterMs = 40_000;
const tones = { ok: "success", degraded: "warning", failed: "critical" } as const;
const named = ["database", "queue", "storage"] as const;

/** What readiness says, for people: components, and the jobs that are late. */
export function HealthBoard({ initial, drawnAtMs }: { initial: Readiness; drawnAtMs: number }) {
  const t = useCopy("admin-health");
  const { data, error, loading, readAtMs, refresh } = useLiveList({
    key: ["admin-health"],
    read: () => browserApi.health.readyz({}),
    initial,
    drawnAtMs,
    intervalMs,
  });
  const late = data.checks.filter((check) => check.kind === "job" && (check.overdue || check.status !== "ok"));
  return (
    <section aria-labelledby="health" className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="health" className="text-lg">
          {t("title")}
        </h2>
        <LiveMark readAtMs={readAtMs} staleAfterMs={staleAfterMs} loading={loading} onRefresh={refresh} />
      </div>
      <p className="text-sm text-ink-muted">{t("lead")}</p>
      {error === null ? null : <ProblemNotice error={error} tone="warning" />}
      <ul aria-label={t("components")} className="grid gap-3 md:grid-cols-3">
        {data.checks
          .filter(({ kind }) => kind === "component")
          .map((check) => (
            <Check key={check.name} check={check} />
          ))}
      </ul>
      {late.length === 0 ? (
        <Notice tone="success" title={t("lateNone")} />
      ) : (
        <section aria-label={t("late")} className="grid gap-2">
          <h3 className="text-sm font-semibold">{t("late")}</h3>
          <ul className="grid gap-3 md:grid-cols-3">
            {late.map((check) => (
              <Check key={check.name} check={check} />
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

function Check({ check: { name, status, reason, detail, ageSeconds } }: { check: ReadinessCheck }) {
  const t = useCopy("admin-health");
  const time = useDuration();
  const known = named.find((candidate) => candidate === name);
  const title: CopyKey<"admin-health"> | null = known === undefined ? null : `names.${known}`;
  return (
    <li className="grid min-w-0 content-start gap-1 rounded-lg border border-line bg-surface p-(--card-padding)">
      <p className="flex flex-wrap items-center justify-between gap-2 text-sm font-semibold wrap-anywhere">
        <span>{title === null ? name : t(title)}</span>
        <StatusPill tone={tones[status]}>{t(`states.${status}`)}</StatusPill>
      </p>
      <p className="text-sm text-ink-muted wrap-anywhere">{t(`reasons.${reason}`, { detail })}</p>
      {name === "database" || name === "queue" ? null : (
        <p className="text-xs text-ink-muted">
          {ageSeconds === null ? t("never") : t("age", { time: time(ageSeconds) })}
        </p>
      )}
    </li>
  );
}

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Seconds in the largest unit that fits, in the reader's language. */
function useDuration(): (seconds: number) => string {
  const locale = useLocale();
  return (seconds) => {
    const [unit, size] = units.find(([, length]) => seconds >= length) ?? ["second", 1];
    const format = new Intl.NumberFormat(locale, {
      style: "unit",
      unit,
      unitDisplay: "long",
      maximumFractionDigits: 0,
    });
    return format.format(Math.floor(seconds / size));
  };
}
