import type { ReactNode } from "react";

/** A page that has one thing to say. */
export function PageMessage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-prose gap-4 px-4 py-20 sm:px-6">
      <h1 className="text-2xl">{title}</h1>
      <p className="text-ink-muted">{text}</p>
      <div className="flex flex-wrap gap-3 pt-2">{children}</div>
    </div>
  );
}
