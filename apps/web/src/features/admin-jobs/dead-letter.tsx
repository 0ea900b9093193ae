"use client";

import type { JobOverview } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { useState } from "react";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { DecisionDialog } from "./decision-dialog.tsx";

interface DeadLetterProps {
  job: JobOverview["failed"][number];
  onChanged: () => unknown;
}

const jsonIndent = 2;

export function DeadLetter({ job, onChanged }: DeadLetterProps) {
  const t = useCopy("admin");
  const [asked, setAsked] = useState<"retry" | "discard" | null>(null);
  const moment = new Intl.DateTimeFormat(useLocale(), {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "Europe/Berlin",
  });
  return (
    <li className="grid gap-2 rounded-lg border border-critical-line bg-surface p-(--card-padding)">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <code className="font-mono text-sm font-semibold">{job.job}</code>
        <span className="text-xs text-ink-muted">
          {job.lane} · {t("jobs.attempts", { count: job.attempts })} ·{" "}
          {t("jobs.failedAt", { time: moment.format(new Date(job.failedAt)) })}
        </span>
        <span className="ms-auto flex flex-wrap gap-2">
          <Button size="small" variant="quiet" onClick={() => setAsked("discard")}>
            {t("jobs.discard")}
          </Button>
          <Button size="small" variant="secondary" onClick={() => setAsked("retry")}>
            {t("jobs.retry")}
          </Button>
        </span>
      </div>
      <p className="text-sm text-critical-ink wrap-anywhere">{firstLine(job.error)}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <Raw label={t("jobs.error")} text={job.error} />
        <Raw label={t("jobs.payload")} text={indented(job.payload)} />
      </div>
      {asked === null ? null : (
        <DecisionDialog job={job} decision={asked} onClose={() => setAsked(null)} onChanged={onChanged} />
      )}
    </li>
  );
}

function Raw({ label, text }: { label: string; text: string }) {
  return (
    <details className="min-w-0 open:w-full">
      <summary className="cursor-pointer rounded-sm text-xs font-semibold text-ink-muted underline-offset-4 hover:text-ink hover:underline">
        {label}
      </summary>
      <pre className="mt-1 max-h-72 overflow-auto rounded-md bg-surface-sunken p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
        {text}
      </pre>
    </details>
  );
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? text;
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, jsonIndent);
  } catch {
    return json;
  }
}
