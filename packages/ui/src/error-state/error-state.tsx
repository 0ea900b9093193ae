import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { Icon } from "../icon/index.ts";

export interface ErrorStateProps {
  /** What happened. */
  title: ReactNode;
  /** What it means for the reader. */
  children?: ReactNode;
  /** The way on: a button or a link that tries again. */
  retry?: ReactNode;
  /** A number the reader can quote, with its word: "Request 8f2c…". */
  reference?: ReactNode;
  className?: string | undefined;
}

/** A part of the page that could not be shown. The rest of the page stays. */
export function ErrorState({ title, children, retry, reference, className }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={classNames(
        "grid justify-items-start gap-3 rounded-lg border border-critical-line bg-critical-soft px-6 py-8 sm:px-8 dense:px-4 dense:py-4",
        className,
      )}
    >
      <h2 className="flex items-start gap-2.5 text-lg text-critical-ink">
        <Icon name="stop" className="mt-[0.22em]" />
        {title}
      </h2>
      {children ? <div className="max-w-prose text-ink">{children}</div> : null}
      {retry ? <div className="mt-1 flex flex-wrap gap-2">{retry}</div> : null}
      {reference ? <p className="figures text-xs text-ink-muted">{reference}</p> : null}
    </div>
  );
}
