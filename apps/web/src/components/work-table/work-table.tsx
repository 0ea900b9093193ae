"use client";

import { classNames } from "@smplat/ui/class-names";
import { Icon } from "@smplat/ui/icon";
import { useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo, useRef } from "react";
import type { TableView } from "./table-view.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { columnDefinition, type WorkColumn, workFeatures } from "./work-column.ts";

interface WorkTableProps<Row extends object> {
  caption: string;
  columns: readonly WorkColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  view: TableView;
  onView: (view: TableView) => void;
  /** Stands in place of the rows when there are none. */
  empty: ReactNode;
}

// A part that scrolls must be reachable by keyboard; Safari does not see to it by itself.
const reachable = { tabIndex: 0 };

/** A table one works in: sorted and narrowed in the browser, with its view kept by whoever uses it. */
export function WorkTable<Row extends object>(props: WorkTableProps<Row>) {
  const { caption, columns, rows, rowKey, view, onView, empty } = props;
  const frame = useRef<HTMLElement>(null);
  useRowKeys(frame);
  const table = useWorkTable({ columns, rows, rowKey, view });
  const byId = new Map(columns.map((column) => [column.id, column]));
  return (
    <section
      ref={frame}
      aria-label={caption}
      {...reachable}
      className="scroll-shade relative overflow-auto rounded-md border border-line"
    >
      <table className="w-full border-separate border-spacing-0 text-start text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {table.getVisibleLeafColumns().map(({ id }) => (
              <HeaderCell
                key={id}
                column={byId.get(id)}
                sort={view.sort}
                onSort={(sort) => onView({ ...view, sort })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className="relative hover:bg-surface-hover has-focus-visible:bg-accent-soft">
              {row.getVisibleCells().map((cell) => (
                <td key={cell.id} className={cellClasses(byId.get(cell.column.id))}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <div className="border-t border-line p-4">{empty}</div> : null}
    </section>
  );
}

function useWorkTable<Row extends object>({
  columns,
  rows,
  rowKey,
  view,
}: Pick<WorkTableProps<Row>, "columns" | "rows" | "rowKey" | "view">) {
  const definitions = useMemo(() => columns.map(columnDefinition), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const sorting = useMemo(() => {
    const known = columns.some(({ id }) => id === view.sort?.id);
    return view.sort !== null && known ? [{ ...view.sort }] : [];
  }, [columns, view.sort]);
  const columnVisibility = useMemo(() => {
    const mayHide = columns.filter(({ id, fixed }) => fixed !== true && view.hidden.includes(id));
    return Object.fromEntries(mayHide.map(({ id }) => [id, false]));
  }, [columns, view.hidden]);
  return useTable({
    features: workFeatures,
    columns: definitions,
    data,
    getRowId: rowKey,
    state: { sorting, columnVisibility },
  });
}

function cellClasses<Row>(column: WorkColumn<Row> | undefined): string {
  return classNames(
    "border-t border-line px-2.5 py-(--row-padding) align-middle",
    column?.figures ? "figures text-end whitespace-nowrap" : "text-start",
    column?.from === "lg" && "max-lg:hidden",
  );
}

interface HeaderCellProps<Row> {
  column: WorkColumn<Row> | undefined;
  sort: TableView["sort"];
  onSort: (sort: TableView["sort"]) => void;
}

/** One press sorts upwards, the next downwards, the third puts the list back in its own order. */
function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  if (column === undefined) return null;
  const mine = sort?.id === column.id ? sort : null;
  const next = mine === null ? { id: column.id, desc: false } : mine.desc ? null : { id: column.id, desc: true };
  return (
    <th
      scope="col"
      aria-sort={mine === null ? undefined : mine.desc ? "descending" : "ascending"}
      className={classNames(
        "sticky top-0 z-10 bg-surface-sunken px-2.5 py-2 text-xs font-semibold text-ink-muted",
        column.figures ? "text-end" : "text-start",
        column.from === "lg" && "max-lg:hidden",
      )}
    >
      <button
        type="button"
        onClick={() => onSort(next)}
        className={classNames(
          "inline-flex cursor-pointer items-center gap-1 rounded-sm text-start hover:text-ink",
          mine !== null && "text-ink",
        )}
      >
        {column.header}
        <Icon
          name={mine === null ? "sort" : mine.desc ? "arrow-down" : "arrow-up"}
          className={mine === null ? "opacity-60" : ""}
        />
      </button>
    </th>
  );
}
