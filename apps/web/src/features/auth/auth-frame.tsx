import type { ReactNode } from "react";

/** A narrow page with one form on it. */
export function AuthFrame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid w-full max-w-form gap-6 px-4 py-10 sm:px-6 lg:py-16">
      <div className="grid gap-2">
        <h1 className="text-2xl">{title}</h1>
        {lead === undefined ? null : <p className="text-ink-muted">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
