import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { type Tone, toneSoft } from "../tone/index.ts";

export interface BadgeProps {
  children: ReactNode;
  tone?: Tone | undefined;
  /** The name of a tint of the tokens (`data-tint`); takes the place of the tone. */
  tint?: string | undefined;
  className?: string | undefined;
}

/** A short word that sorts a thing: a kind, a place, a count. For a state use StatusPill. */
export function Badge({ children, tone = "neutral", tint, className }: BadgeProps) {
  return (
    <span
      data-tint={tint}
      className={classNames(
        "inline-flex max-w-full items-center gap-1 rounded-sm border px-1.5 py-px text-xs font-semibold",
        tint ? "border-tint-line bg-tint-soft text-tint-ink" : toneSoft[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
