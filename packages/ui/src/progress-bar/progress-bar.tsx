import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { type Tone, toneMarks } from "../tone/index.ts";

export interface ProgressBarProps {
  label: string;
  value: number;
  max: number;
  /** The state in words: "620 of 1,000 delivered". Seen and read out. */
  valueText: string;
  /** Where the schedule says it should be now, in the unit of the value. */
  expected?: number | undefined;
  /** The schedule in words: "700 expected by now". */
  expectedText?: ReactNode;
  tone?: Tone;
}

/** How far a thing has come, and where its schedule says it should be. */
export function ProgressBar(props: ProgressBarProps) {
  const { label, value, max, valueText, expected, expectedText, tone = "accent" } = props;
  const share = (amount: number) => `${max > 0 ? Math.min(100, Math.max(0, (amount / max) * 100)) : 0}%`;
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="font-semibold">{label}</span>
        <span className="figures text-ink-muted">{valueText}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={Math.min(Math.max(value, 0), max)}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={valueText}
        className="relative py-1"
      >
        <div className="h-2.5 overflow-hidden rounded-full bg-neutral-soft shadow-[inset_0_0_0_1px_var(--neutral-line)] dense:h-2">
          <div
            className={classNames("h-full rounded-full transition-[width] duration-(--motion-slow)", toneMarks[tone])}
            style={{ width: share(value) }}
          />
        </div>
        {expected === undefined ? null : (
          <div
            aria-hidden="true"
            className="absolute inset-y-0 w-0.5 -translate-x-1/2 rounded-full bg-ink ring-2 ring-surface"
            style={{ insetInlineStart: share(expected) }}
          />
        )}
      </div>
      {expectedText ? (
        <p className="figures flex items-center gap-1.5 text-xs text-ink-muted">
          <span aria-hidden="true" className="h-3 w-0.5 rounded-full bg-ink" />
          {expectedText}
        </p>
      ) : null}
    </div>
  );
}
