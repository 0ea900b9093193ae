"use client";

import type { JobOverview } from "@smplat/contracts";
import { Timeline } from "@smplat/ui/timeline";
import { useCopy, useLocale } from "#i18n/copy.tsx";

/** What was decided about earlier dead letters: who, when and why. */
export function DecidedLetters({ decided }: Pick<JobOverview, "decided">) {
  const t = useCopy("admin");
  const moment = new Intl.DateTimeFormat(useLocale(), {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "Europe/Berlin",
  });
  return (
    <details className="rounded-lg border border-line bg-surface p-(--card-padding)">
      <summary className="cursor-pointer rounded-sm font-semibold">
        {t("jobs.history", { count: decided.length })}
      </summary>
      {decided.length === 0 ? <p className="mt-2 text-sm text-ink-muted">{t("jobs.historyNone")}</p> : null}
      <div className="mt-3">
        <Timeline
          label={t("jobs.historyLabel")}
          entries={decided.map(({ id, job, decision, decidedAt, decidedBy, reason, error }) => ({
            id,
            tone: decision === "retried" ? "accent" : "warning",
            title: t(`jobs.decision.${decision}`, { job }),
            at: <time dateTime={decidedAt}>{moment.format(new Date(decidedAt))}</time>,
            detail: t("jobs.decidedDetail", { reason, error: error.split("\n", 1)[0] ?? error }),
            by: t("jobs.decidedBy", { actor: [decidedBy.kind, decidedBy.id].filter(Boolean).join(" ") }),
          }))}
        />
      </div>
    </details>
  );
}
