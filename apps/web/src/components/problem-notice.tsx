"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { Notice } from "@smplat/ui/notice";
import type { ReactNode } from "react";
import { useProblemCopy } from "#api/error-copy.ts";
import { useCopy } from "#i18n/copy.tsx";

interface ProblemNoticeProps {
  error: unknown;
  /** A button or link that mends it. */
  action?: ReactNode;
  tone?: "critical" | "warning";
  /** Says what each refused field is about; for forms that can't show it beside the field. */
  details?: boolean;
}

/** A refused call in words: what happened, what to do, and what to quote. Needs the `problems` texts. */
export function ProblemNotice({ error, action, tone = "critical", details = false }: ProblemNoticeProps) {
  const copy = useProblemCopy()(error);
  const t = useCopy("problems");
  const messages =
    details && error instanceof ApiProblem ? (error.problem.fields ?? []).map((field) => field.message) : [];
  return (
    <Notice
      tone={tone}
      title={copy.title}
      action={action}
      announce="at-once"
      remedy={
        <>
          {messages.length > 0 ? messages.join(" ") : copy.remedy}
          {copy.requestId === null ? null : (
            <span className="mt-1 block text-xs text-ink-muted">{t("reference", { id: copy.requestId })}</span>
          )}
        </>
      }
    />
  );
}
