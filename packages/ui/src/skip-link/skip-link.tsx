import type { ReactNode } from "react";

export interface SkipLinkProps {
  /** The fragment of the main part, `#main`. */
  href: `#${string}`;
  children: ReactNode;
}

/** The first stop of the Tab key: jumps over the header. Unseen until it has the focus. */
export function SkipLink({ href, children }: SkipLinkProps) {
  return (
    <a
      href={href}
      className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-md focus:bg-inverse focus:px-4 focus:py-2.5 focus:font-semibold focus:text-on-inverse"
    >
      {children}
    </a>
  );
}
