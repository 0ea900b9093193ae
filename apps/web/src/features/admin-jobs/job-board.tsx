"use client";

import type { JobOverview } from "@smplat/contracts";
import { EmptyState } from "@smplat/ui/empty-state";
import { type ReactNode, useMemo } from "react";
import { browserApi } from "#api/browser-client.ts";
import { AdminTitle } from "#components/admin-title.tsx";
import { LiveMark } from "#components/live-mark.tsx";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useLiveList } from "#components/use-live-list.ts";
import { useTableView } from "#components/work-table/table-view.ts";
import { WorkTable } from "#components/work-table/work-table.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { DeadLetters } from "./dead-letters.tsx";
import { jobColumns } from "./job-columns.tsx";
import { Lanes } from "./lanes.tsx";

const intervalMs = 5000;
const staleAfterMs = 20_000;

interface JobBoardProps {
  initial: JobOverview;
  drawnAtMs: number;
  /** What stands above the long list of jobs. */
  children: ReactNode;
}

/** Lanes, jobs and dead letters; reads itself anew every few seconds. */
export function JobBoard({ initial, drawnAtMs, children }: JobBoardProps) {
  const t = useCopy("admin");
  const locale = useLocale();
  const [view, setView] = useTableView();
  const { data, error, loading, readAtMs, refresh } = useLiveList({
    key: ["admin-jobs"],
    read: () => browserApi.adminJobs.overview({}),
    initial,
    drawnAtMs,
    intervalMs,
  });
  const columns = useMemo(() => jobColumns(t, locale), [t, locale]);
  return (
    <div className="grid gap-6">
      <div>
        <AdminTitle title={t("jobs.title")}>
          <LiveMark readAtMs={readAtMs} staleAfterMs={staleAfterMs} loading={loading} onRefresh={refresh} />
        </AdminTitle>
        <p className="text-sm text-ink-muted">{t("jobs.lead")}</p>
      </div>
      {error === null ? null : (
        <div className="grid gap-1">
          <ProblemNotice error={error} tone="warning" />
          <p className="text-xs text-ink-muted">{t("jobs.loadFailed")}</p>
        </div>
      )}
      <Lanes lanes={data.lanes} />
      <DeadLetters failed={data.failed} decided={data.decided} onChanged={refresh} />
      {children}
      <section aria-labelledby="jobs" className="grid gap-2">
        <h2 id="jobs" className="text-lg">
          {t("jobs.jobs")}
        </h2>
        <WorkTable
          caption={t("jobs.caption")}
          columns={columns}
          rows={data.jobs}
          rowKey={({ job }) => job}
          view={view}
          onView={setView}
          empty={<EmptyState title={t("jobs.emptyTitle")}>{t("jobs.emptyText")}</EmptyState>}
        />
      </section>
    </div>
  );
}
