import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { type Tone, toneMarks } from "../tone/index.ts";

export interface Bar {
  id: string;
  label: ReactNode;
  value: number;
  /** The value in words or figures. */
  valueText: ReactNode;
  href?: string;
  tone?: Tone;
}

export interface BarListProps {
  /** What is compared, for screen readers. */
  label: string;
  bars: readonly Bar[];
  /** The value of a full bar; the largest one without it. */
  max?: number | undefined;
}

/** Amounts side by side. Bars start at zero; the figures stand beside them, so nothing hangs on the drawing. */
export function BarList({ label, bars, max }: BarListProps) {
  const full = max ?? Math.max(0, ...bars.map((bar) => bar.value));
  return (
    <ul aria-label={label} className="grid gap-3 dense:gap-2">
      {bars.map((bar) => (
        <li key={bar.id} className="grid gap-1">
          <div className="flex items-baseline justify-between gap-4 text-sm">
            <span className="min-w-0 wrap-anywhere">
              {bar.href ? (
                <a href={bar.href} className="underline-offset-4 hover:underline">
                  {bar.label}
                </a>
              ) : (
                bar.label
              )}
            </span>
            <span className="figures shrink-0 font-semibold">{bar.valueText}</span>
          </div>
          <div aria-hidden="true" className="h-2 rounded-sm bg-neutral-soft">
            <div
              className={classNames("h-full rounded-sm", toneMarks[bar.tone ?? "accent"])}
              style={{ width: full > 0 ? `${Math.max(0, Math.min(100, (bar.value / full) * 100))}%` : 0 }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
