"use client";

import type { JobOverview } from "@smplat/contracts";
import type { Locale } from "@smplat/contracts/vocabulary";
import { classNames } from "@smplat/ui/class-names";
import type { WorkColumn } from "#components/work-table/work-column.ts";
import type { useCopy } from "#i18n/copy.tsx";

type JobRow = JobOverview["jobs"][number];

const counts = ["failed", "ready", "active", "deferred"] as const;
const times = ["lastCompletedAt", "lastFailedAt"] as const;

/** The columns of the list of jobs. */
export function jobColumns(t: ReturnType<typeof useCopy<"admin">>, locale: Locale): readonly WorkColumn<JobRow>[] {
  const number = new Intl.NumberFormat(locale);
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone: "Europe/Berlin",
  });
  return [
    {
      id: "job",
      header: t("jobs.column.job"),
      fixed: true,
      value: ({ job }) => job,
      cell: ({ job }) => <code className="font-mono text-xs font-semibold">{job}</code>,
    },
    { id: "lane", from: "lg", header: t("jobs.column.lane"), value: ({ lane }) => lane, cell: ({ lane }) => lane },
    ...counts.map((id) => ({
      id,
      header: t(`jobs.column.${id}`),
      figures: true,
      value: (row: JobRow) => row[id],
      cell: (row: JobRow) => (
        <span
          className={classNames(
            row[id] === 0 && "text-ink-subtle",
            id === "failed" && row[id] > 0 && "font-semibold text-critical-ink",
          )}
        >
          {number.format(row[id])}
        </span>
      ),
    })),
    ...times.map((id) => ({
      id,
      header: t(`jobs.column.${id}`),
      figures: true,
      value: (row: JobRow) => row[id],
      cell: (row: JobRow) => {
        const at = row[id];
        if (at === null) return <span className="text-ink-subtle">{t("jobs.never")}</span>;
        return <time dateTime={at}>{moment.format(new Date(at))}</time>;
      },
    })),
  ];
}
