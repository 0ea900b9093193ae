"use client";

import type { TableView } from "./table-view.ts";
import type { WorkColumn } from "./work-column.ts";

interface ColumnChoiceProps<Row> {
  label: string;
  columns: readonly WorkColumn<Row>[];
  view: TableView;
  onView: (view: TableView) => void;
}

/** Which columns show. */
export function ColumnChoice<Row>({ label, columns, view, onView }: ColumnChoiceProps<Row>) {
  const toggle = (id: string) => {
    const hidden = view.hidden.includes(id) ? view.hidden.filter((other) => other !== id) : [...view.hidden, id];
    onView({ ...view, hidden });
  };
  return (
    <details className="relative">
      <summary className="flex min-h-(--control-height-small) cursor-pointer items-center rounded-md border border-line-strong bg-surface px-3 text-sm font-semibold hover:bg-surface-hover">
        {label}
      </summary>
      <fieldset
        aria-label={label}
        className="absolute end-0 top-full z-20 mt-1 grid w-48 gap-1 rounded-lg border border-line bg-surface-raised p-3 shadow-overlay"
      >
        {columns
          .filter(({ fixed }) => fixed !== true)
          .map((column) => (
            <label key={column.id} className="flex cursor-pointer items-center gap-2 text-sm">
              <input
                type="checkbox"
                checked={!view.hidden.includes(column.id)}
                onChange={() => toggle(column.id)}
                className="size-4 accent-(--accent)"
              />
              {column.header}
            </label>
          ))}
      </fieldset>
    </details>
  );
}
