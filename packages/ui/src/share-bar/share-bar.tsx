import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { type Tone, toneMarks } from "../tone/index.ts";

export interface Share {
  id: string;
  label: ReactNode;
  /** A count; what none fell to stays in the legend, without a stretch of the bar. */
  value: number;
  tone: Tone;
}

export interface ShareBarProps {
  /** What is parted, seen above the bar and read out. */
  label: string;
  parts: readonly Share[];
}

/** How a whole parts: one bar, and below it every part with its count, also the empty ones. */
export function ShareBar({ label, parts }: ShareBarProps) {
  const drawn = parts.filter(({ value }) => value > 0);
  return (
    <div className="grid gap-2">
      <p className="text-sm text-ink-muted">{label}</p>
      {drawn.length === 0 ? null : (
        <div aria-hidden="true" className="flex h-2.5 gap-0.5">
          {drawn.map(({ id, value, tone }) => (
            <span
              key={id}
              className={classNames("min-w-1.5 rounded-sm", toneMarks[tone])}
              style={{ flexGrow: value }}
            />
          ))}
        </div>
      )}
      <ul aria-label={label} className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {parts.map(({ id, label: name, value, tone }) => (
          <li key={id} className={classNames("flex items-baseline gap-2", value === 0 && "text-ink-muted")}>
            <span
              aria-hidden="true"
              className={classNames("size-2.5 shrink-0 rounded-sm", value === 0 ? "bg-neutral-soft" : toneMarks[tone])}
            />
            <span className="min-w-0 flex-1">{name}</span>
            <span className="figures font-semibold">{value}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
