import type { ReactNode } from "react";

/** A part of the page of an order. No region: the table inside is one, under the same name. */
export function Panel({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-2">
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {children}
    </div>
  );
}
