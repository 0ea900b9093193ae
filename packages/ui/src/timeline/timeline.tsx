import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { type Tone, toneMarks } from "../tone/index.ts";

export interface TimelineEntry {
  id: string;
  title: ReactNode;
  /** When, as a `<time>`. */
  at?: ReactNode;
  detail?: ReactNode;
  /** Who or what did it. */
  by?: ReactNode;
  tone?: Tone;
  /** What has not happened yet is drawn hollow. */
  ahead?: boolean;
}

export interface TimelineProps {
  /** What the list tells, for screen readers. */
  label: string;
  entries: readonly TimelineEntry[];
}

/** What happened, in order. */
export function Timeline({ label, entries }: TimelineProps) {
  return (
    <ol aria-label={label} className="grid">
      {entries.map((entry, index) => (
        <li key={entry.id} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3">
          <span aria-hidden="true" className="relative flex justify-center">
            {index === entries.length - 1 ? null : (
              <span
                className={classNames(
                  "absolute top-4 -bottom-1.5 w-0 border-s-2",
                  entries[index + 1]?.ahead ? "border-dashed border-line-strong" : "border-line",
                )}
              />
            )}
            <span
              className={classNames(
                "relative mt-[0.4em] size-3 rounded-full",
                entry.ahead ? "border-2 border-line-strong bg-surface" : toneMarks[entry.tone ?? "neutral"],
              )}
            />
          </span>
          <div className="min-w-0 pb-5 dense:pb-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className={classNames("font-semibold wrap-anywhere", entry.ahead && "text-ink-muted")}>
                {entry.title}
              </p>
              {entry.at ? <p className="figures text-sm text-ink-muted">{entry.at}</p> : null}
            </div>
            {entry.detail ? <div className="text-sm text-ink-muted wrap-anywhere">{entry.detail}</div> : null}
            {entry.by ? <p className="text-xs text-ink-subtle">{entry.by}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
