import type { ReactNode } from "react";
import { buttonClasses } from "../button/index.ts";
import { classNames } from "../class-names/index.ts";
import { Icon } from "../icon/index.ts";

export interface PaginationProps {
  /** The name of this landmark, for screen readers. */
  label: string;
  previousLabel: string;
  nextLabel: string;
  /** Absent on the first page. */
  previousHref?: string | undefined;
  /** Absent on the last page. */
  nextHref?: string | undefined;
  /** How much is shown. A cursor knows no page numbers, so none are drawn. */
  summary?: ReactNode;
}

/** Back and forth through a list that pages by cursor. */
export function Pagination({ label, previousLabel, nextLabel, previousHref, nextHref, summary }: PaginationProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3">
      <p className="figures text-sm text-ink-muted">{summary}</p>
      <div className="flex flex-wrap gap-2">
        <Turn href={previousHref} rel="prev">
          <Icon name="chevron-left" />
          {previousLabel}
        </Turn>
        <Turn href={nextHref} rel="next">
          {nextLabel}
          <Icon name="chevron-right" />
        </Turn>
      </div>
    </nav>
  );
}

function Turn({ href, rel, children }: { href: string | undefined; rel: "prev" | "next"; children: ReactNode }) {
  const classes = buttonClasses({ variant: "secondary", size: "small" });
  if (href === undefined) {
    // A link without a target can't be followed or focused; it stays in its place so that nothing jumps.
    return (
      <span
        aria-hidden="true"
        className={classNames(classes, "pointer-events-none border-line! bg-transparent! text-ink-subtle!")}
      >
        {children}
      </span>
    );
  }
  return (
    <a href={href} rel={rel} className={classes}>
      {children}
    </a>
  );
}
