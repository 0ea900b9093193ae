export interface ChartTableProps {
  caption: string;
  columns: readonly string[];
  /** The first cell of each row names it. */
  rows: readonly { key: string; cells: readonly string[] }[];
}

/** What a chart shows, as a table: for screen readers, for copying, for those who want the numbers. */
export function ChartTable({ caption, columns, rows }: ChartTableProps) {
  return (
    <table className="figures w-full border-separate border-spacing-0 text-xs">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th
              key={column}
              scope="col"
              className={`pb-1 font-semibold text-ink-muted ${index === 0 ? "text-start" : "text-end"}`}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, index) =>
              index === 0 ? (
                <th key={columns[index]} scope="row" className="border-t border-line py-1 text-start font-normal">
                  {cell}
                </th>
              ) : (
                <td key={columns[index]} className="border-t border-line py-1 text-end">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
