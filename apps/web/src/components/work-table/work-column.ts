import {
  type ColumnDef,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
} from "@tanstack/react-table";
import type { ReactNode } from "react";

/** A column of a working table. */
export interface WorkColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** What the column sorts by and what a CSV file holds. */
  readonly value: (row: Row) => string | number | null;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end, in columns. */
  readonly figures?: boolean;
  /** Never hidden: the row could not be told apart without it. */
  readonly fixed?: boolean;
  /** Left out below this width. */
  readonly from?: "lg";
}

export const workFeatures = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
});

/** A column in the words of the table library. What has no value comes last, whichever way one sorts. */
export function columnDefinition<Row extends object>(
  column: WorkColumn<Row>,
): ColumnDef<typeof workFeatures, Row, unknown> {
  return {
    id: column.id,
    header: column.header,
    accessorFn: (row) => column.value(row) ?? undefined,
    cell: ({ row }) => column.cell(row.original),
    sortFn: "basic",
    sortUndefined: "last",
    enableHiding: column.fixed !== true,
  };
}
