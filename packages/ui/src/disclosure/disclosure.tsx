import type { ComponentProps, ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { Icon } from "../icon/index.ts";

export interface DisclosureProps extends ComponentProps<"details"> {
  summary: ReactNode;
}

/** Shows more on demand: a native `<details>`. Give several the same `name` and only one stays open. */
export function Disclosure({ summary, className, children, ...details }: DisclosureProps) {
  return (
    <details {...details} className={classNames("group border-b border-line", className)}>
      <summary className="flex cursor-pointer list-none items-center justify-between gap-4 py-3.5 font-semibold hover:text-accent-ink dense:py-2 pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0">{summary}</span>
        <Icon
          name="chevron-down"
          className="text-ink-muted transition-transform duration-(--motion-steady) group-open:rotate-180"
        />
      </summary>
      <div className="max-w-prose pb-4 text-ink-muted dense:pb-3">{children}</div>
    </details>
  );
}
