import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";

export interface Tab {
  href: string;
  label: ReactNode;
  /** How many things stand behind it. */
  count?: ReactNode;
}

export interface TabsProps {
  /** What the tabs choose between, for screen readers. */
  label: string;
  tabs: readonly Tab[];
  /** The `href` of the tab one is on. */
  current: string;
}

/** Tabs that are links: each view has its URL, works without JavaScript and opens in a new window. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav aria-label={label} className="relative overflow-x-auto border-b border-line [scrollbar-width:none]">
      <ul className="flex w-max min-w-full gap-1">
        {tabs.map((tab) => {
          const active = tab.href === current;
          return (
            <li key={tab.href}>
              <a
                href={tab.href}
                aria-current={active ? "page" : undefined}
                className={classNames(
                  "flex items-center gap-2 rounded-t-sm border-b-2 px-3 py-2.5 font-semibold whitespace-nowrap no-underline transition-colors -outline-offset-2! dense:py-1.5 pointer-coarse:min-h-11",
                  active
                    ? "border-accent text-ink"
                    : "border-transparent text-ink-muted hover:border-line-strong hover:text-ink",
                )}
              >
                {tab.label}
                {tab.count === undefined ? null : (
                  <span className="figures rounded-full bg-neutral-soft px-2 text-xs leading-5 text-neutral-ink">
                    {tab.count}
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
