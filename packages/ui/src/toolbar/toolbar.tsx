import type { ReactNode } from "react";

export interface ToolbarProps {
  /** What the controls act on, for screen readers. */
  label: string;
  children: ReactNode;
  /** Controls at the far end. */
  end?: ReactNode;
}

/** The controls of a list or a page in one line that wraps. */
export function Toolbar({ label, children, end }: ToolbarProps) {
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-wrap items-end justify-between gap-x-4 gap-y-2 py-2">
      <div className="flex min-w-0 flex-wrap items-end gap-2">{children}</div>
      {end ? <div className="flex flex-wrap items-center gap-2">{end}</div> : null}
    </fieldset>
  );
}
