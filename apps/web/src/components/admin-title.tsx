import type { ReactNode } from "react";

/** The head of a page of the back office: what it is, how fresh it is, what can be done. */
export function AdminTitle({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-3">
      <h1 className="text-2xl wrap-anywhere">{title}</h1>
      {children === undefined ? null : <div className="flex flex-wrap items-center gap-3">{children}</div>}
    </div>
  );
}
