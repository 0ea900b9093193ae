import type { ReactNode } from "react";

interface SectionProps {
  id: string;
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}

/** A part of the page of a supplier. No region: a table inside is one, under the same name. */
export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <div className="grid min-w-0 content-start gap-2">
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {lead === undefined ? null : <p className="max-w-prose text-sm text-ink-muted">{lead}</p>}
      {children}
    </div>
  );
}
