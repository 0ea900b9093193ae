import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";

export interface EmptyStateProps {
  title: ReactNode;
  /** Why there is nothing, and what would be here. */
  children?: ReactNode;
  /** The way to the first one. */
  action?: ReactNode;
  /** Stands for a list that exists but may not be seen, or for one that holds nothing. */
  kind?: "empty" | "no-permission";
  className?: string | undefined;
}

/** A list with nothing in it, said plainly. */
export function EmptyState({ title, children, action, kind = "empty", className }: EmptyStateProps) {
  return (
    <div
      className={classNames(
        "grid justify-items-start gap-3 rounded-lg border border-dashed border-line-strong/60 px-6 py-8 sm:px-8 dense:px-5 dense:py-6",
        className,
      )}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 72 28"
        className="h-7 w-18 text-line-strong"
        fill="none"
        stroke="currentColor"
      >
        <path d="M1 22h70" strokeWidth="1.5" strokeDasharray="3 4" />
        {kind === "empty" ? (
          <circle cx="8" cy="22" r="4" className="fill-canvas" strokeWidth="2" />
        ) : (
          <path d="M3 14h10v10H3zM5 14v-3a3 3 0 0 1 6 0v3" className="fill-canvas" strokeWidth="2" />
        )}
      </svg>
      <h2 className="text-xl">{title}</h2>
      {children ? <div className="max-w-prose text-ink-muted">{children}</div> : null}
      {action ? <div className="mt-1 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
