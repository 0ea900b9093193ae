import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { type Tone, toneMarks } from "../tone/index.ts";

export interface MeterProps {
  label: string;
  value: number;
  min?: number;
  max: number;
  /** The value in words: "94 % on time". */
  valueText: string;
  /** The line that separates good from bad, with its words. */
  threshold?: { value: number; label: ReactNode } | undefined;
  tone?: Tone;
}

/** Where a measured value stands between two bounds. For work that moves towards an end use ProgressBar. */
export function Meter({ label, value, min = 0, max, valueText, threshold, tone = "accent" }: MeterProps) {
  const share = (amount: number) =>
    `${max > min ? Math.min(100, Math.max(0, ((amount - min) / (max - min)) * 100)) : 0}%`;
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="text-ink-muted">{label}</span>
        <span className="figures font-semibold">{valueText}</span>
      </div>
      <meter
        aria-label={label}
        aria-valuetext={valueText}
        min={min}
        max={max}
        value={Math.min(Math.max(value, min), max)}
        className="sr-only"
      />
      <div aria-hidden="true" className="relative py-1">
        <div className="h-1.5 bg-neutral-soft">
          <div className={classNames("h-full", toneMarks[tone])} style={{ width: share(value) }} />
        </div>
        {threshold ? (
          <span
            className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink"
            style={{ insetInlineStart: share(threshold.value) }}
          />
        ) : null}
      </div>
      {threshold ? <p className="figures text-xs text-ink-muted">{threshold.label}</p> : null}
    </div>
  );
}
