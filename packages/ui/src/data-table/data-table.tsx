import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { Icon } from "../icon/index.ts";

export interface DataTableColumn<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end, in columns. */
  figures?: boolean;
  /** Where a press on the header leads: the same list, sorted by this column. */
  sortHref?: string | undefined;
  sorted?: "ascending" | "descending" | undefined;
  /** Leaves the column out on screens too small for it. */
  from?: "sm" | "md" | "lg";
}

export interface DataTableProps<Row> {
  /** What the table lists; read out, and shown unless hidden. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly DataTableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes the first cell a link that covers its row. */
  rowHref?: ((row: Row) => string) | undefined;
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode;
  /** The height after which the table scrolls under its header: any CSS length. */
  maxHeight?: string | undefined;
}

const breakpoints = { sm: "max-sm:hidden", md: "max-md:hidden", lg: "max-lg:hidden" } as const;

// A part that scrolls must be reachable by keyboard; Safari does not see to it by itself.
const reachable = { tabIndex: 0 };

/** A list as a real table, drawn by the server; sorting is a link. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, rowHref, empty, maxHeight } = props;
  return (
    <section
      aria-label={caption}
      {...reachable}
      className="relative scroll-shade overflow-auto rounded-md border border-line"
      style={{ maxHeight }}
    >
      <table className="w-full border-separate border-spacing-0 text-start text-sm">
        <caption className={captionHidden ? "sr-only" : "px-3 py-2.5 text-start text-base font-semibold"}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className="group relative transition-colors duration-(--motion-quick) hover:bg-surface-hover"
            >
              {columns.map((column, index) => (
                <td key={column.id} className={cellClasses(column)}>
                  {index === 0 && rowHref ? (
                    <a
                      href={rowHref(row)}
                      className="font-semibold whitespace-nowrap text-accent-ink no-underline underline-offset-4 after:absolute after:inset-0 group-hover:underline"
                    >
                      {column.cell(row)}
                    </a>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty ? <div className="border-t border-line p-4">{empty}</div> : null}
    </section>
  );
}

function cellClasses<Row>(column: DataTableColumn<Row>) {
  return classNames(
    "border-t border-line px-2.5 py-(--row-padding) align-middle",
    column.figures ? "figures text-end whitespace-nowrap" : "text-start",
    column.from && breakpoints[column.from],
  );
}

function HeaderCell<Row>({ column }: { column: DataTableColumn<Row> }) {
  const icon = column.sorted === "ascending" ? "arrow-up" : column.sorted === "descending" ? "arrow-down" : "sort";
  return (
    <th
      scope="col"
      aria-sort={column.sorted}
      className={classNames(
        "sticky top-0 z-10 bg-surface-sunken px-2.5 py-2 text-xs font-semibold whitespace-nowrap text-ink-muted",
        column.figures ? "text-end" : "text-start",
        column.from && breakpoints[column.from],
      )}
    >
      {column.sortHref ? (
        <a
          href={column.sortHref}
          className={classNames(
            "inline-flex items-center gap-1 rounded-sm hover:text-ink",
            column.sorted && "text-ink",
          )}
        >
          {column.header}
          <Icon name={icon} className={column.sorted ? "" : "opacity-60"} />
        </a>
      ) : (
        column.header
      )}
    </th>
  );
}
