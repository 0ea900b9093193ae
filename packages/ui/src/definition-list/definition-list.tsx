import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";

export interface Definition {
  term: string;
  value: ReactNode;
  /** Draws a rule above and a heavier figure: the total. */
  strong?: boolean;
}

export interface DefinitionListProps {
  items: readonly Definition[];
  /** `sum` puts the values at the end, in columns of figures. */
  kind?: "facts" | "sum";
}

/** Facts by name, or a sum with its lines. */
export function DefinitionList({ items, kind = "facts" }: DefinitionListProps) {
  const sum = kind === "sum";
  return (
    <dl className={classNames("grid", sum ? "gap-1.5" : "gap-y-3 dense:gap-y-1.5")}>
      {items.map((item) => (
        <div
          key={item.term}
          className={classNames(
            sum
              ? "flex items-baseline justify-between gap-6"
              : "grid items-baseline gap-x-6 gap-y-0.5 sm:grid-cols-[minmax(7rem,1fr)_minmax(0,2fr)]",
            item.strong && "mt-1.5 border-t border-line pt-3 font-semibold",
          )}
        >
          <dt className={classNames("min-w-0", item.strong ? "text-ink" : "text-ink-muted", !sum && "text-sm")}>
            {item.term}
          </dt>
          <dd className={classNames("min-w-0 wrap-anywhere", sum && "figures shrink-0 text-end")}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
