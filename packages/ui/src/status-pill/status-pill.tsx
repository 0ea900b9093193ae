import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { Icon } from "../icon/index.ts";
import { type Tone, toneIcons, toneSoft } from "../tone/index.ts";

export interface StatusPillProps {
  children: ReactNode;
  tone?: Tone | undefined;
  className?: string | undefined;
}

/** The state of a thing: a sign, a colour and a word that all say the same. */
export function StatusPill({ children, tone = "neutral", className }: StatusPillProps) {
  return (
    <span
      className={classNames(
        "inline-flex max-w-full items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-xs font-semibold dense:px-2 dense:py-px leading-[1.35] [td_&]:whitespace-nowrap",
        toneSoft[tone],
        className,
      )}
    >
      <Icon name={toneIcons[tone]} />
      <span className="min-w-0">{children}</span>
    </span>
  );
}
