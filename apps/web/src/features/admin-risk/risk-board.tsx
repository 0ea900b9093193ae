"use client";

import type { RiskAssessment } from "@smplat/contracts";
import { EmptyState } from "@smplat/ui/empty-state";
import { type ReactNode, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { AdminTitle } from "#components/admin-title.tsx";
import { LiveMark } from "#components/live-mark.tsx";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useLiveList } from "#components/use-live-list.ts";
import { useCopy } from "#i18n/copy.tsx";
import { AssessmentCard } from "./assessment-card.tsx";
import { DecisionDialog, type Verdict } from "./decision-dialog.tsx";
import { ListingDialog } from "./listing-dialog.tsx";
import { type RiskQuery, riskQueryOf } from "./risk-query.ts";

interface RiskBoardProps {
  query: RiskQuery;
  initial: { items: readonly RiskAssessment[]; nextCursor: string | null };
  drawnAtMs: number;
  isAdmin: boolean;
  /** The views to choose from. */
  children: ReactNode;
}

type Asked =
  | { readonly what: "decision"; readonly assessment: RiskAssessment; readonly verdict: Verdict }
  | { readonly what: "listing"; readonly assessment: RiskAssessment };

const intervalMs = 10_000;
const staleAfterMs = 40_000;

/** The queue; looks for news every few seconds. */
export function RiskBoard({ query, initial, drawnAtMs, isAdmin, children }: RiskBoardProps) {
  const t = useCopy("admin-risk");
  const [asked, ask] = useState<Asked | null>(null);
  const { data, error, loading, readAtMs, refresh } = useLiveList({
    key: ["admin-risk", query.show, query.cursor, query.reference],
    read: () => browserApi.adminRisk.list({ query: riskQueryOf(query) }),
    initial,
    drawnAtMs,
    intervalMs,
  });
  const close = () => ask(null);
  const view = query.reference === null ? query.show : "reference";
  return (
    <div className="grid gap-4">
      <div>
        <AdminTitle title={t("title")}>
          <LiveMark readAtMs={readAtMs} staleAfterMs={staleAfterMs} loading={loading} onRefresh={refresh} />
        </AdminTitle>
        <p className="max-w-prose text-sm text-ink-muted">{t("lead")}</p>
      </div>
      {children}
      {error === null ? null : <ProblemNotice error={error} tone="warning" />}
      {data.items.length === 0 ? (
        <EmptyState title={t(`empty.${view}Title`)}>{t(`empty.${view}Text`)}</EmptyState>
      ) : (
        <ul className="grid gap-3">
          {data.items.map((assessment) => (
            <AssessmentCard
              key={assessment.id}
              assessment={assessment}
              onDecide={(verdict) => ask({ what: "decision", assessment, verdict })}
              onList={isAdmin ? () => ask({ what: "listing", assessment }) : null}
            />
          ))}
        </ul>
      )}
      {asked?.what === "decision" ? (
        <DecisionDialog assessment={asked.assessment} verdict={asked.verdict} onClose={close} onDone={refresh} />
      ) : null}
      {asked?.what === "listing" ? <ListingDialog assessment={asked.assessment} onClose={close} /> : null}
    </div>
  );
}
