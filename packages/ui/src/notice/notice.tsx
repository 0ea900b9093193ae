import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { Icon } from "../icon/index.ts";
import { type Tone, toneSoft } from "../tone/index.ts";

export interface NoticeProps {
  tone?: Tone;
  /** What happened, in one line. */
  title: ReactNode;
  /** What it means. */
  children?: ReactNode;
  /** What to do now. */
  remedy?: ReactNode;
  /** A button or a link that does it. */
  action?: ReactNode;
  /** Read out when it appears: politely, or at once for something that stops the reader. */
  announce?: "politely" | "at-once" | undefined;
  className?: string | undefined;
}

const signs = {
  neutral: "info",
  accent: "info",
  success: "check",
  warning: "alert",
  critical: "stop",
  info: "info",
} as const;

/** Tells what happened, what it means and what to do. */
export function Notice({ tone = "info", title, children, remedy, action, announce, className }: NoticeProps) {
  const role = announce === "at-once" ? "alert" : announce === "politely" ? "status" : undefined;
  return (
    <div
      role={role}
      className={classNames("flex gap-3 rounded-md border p-4 dense:p-3 dense:gap-2.5", toneSoft[tone], className)}
    >
      <Icon name={signs[tone]} className="mt-[0.2em] text-lg" />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="font-semibold">{title}</p>
        {children ? <div className="text-sm text-ink">{children}</div> : null}
        {remedy ? <div className="text-sm text-ink">{remedy}</div> : null}
        {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
