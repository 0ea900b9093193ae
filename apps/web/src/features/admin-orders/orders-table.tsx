"use client";

import { Button } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import type { ReactNode } from "react";
import { browserApi } from "#api/browser-client.ts";
import { AdminTitle } from "#components/admin-title.tsx";
import { toCsv } from "#components/csv.ts";
import { downloadText } from "#components/download-text.ts";
import { LiveMark } from "#components/live-mark.tsx";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useLiveList } from "#components/use-live-list.ts";
import { ColumnChoice } from "#components/work-table/column-choice.tsx";
import { useTableView } from "#components/work-table/table-view.ts";
import { WorkTable } from "#components/work-table/work-table.tsx";
import { useCopy } from "#i18n/copy.tsx";
import type { AdminOrderPage } from "./load-admin-orders.ts";
import { isFiltered, type OrderFilters, orderListQuery } from "./order-filters.ts";
import { useOrderColumns } from "./use-order-columns.tsx";

interface OrdersTableProps {
  filters: OrderFilters;
  initial: AdminOrderPage;
  drawnAtMs: number;
  /** Views and filters, between the head and the table. */
  children: ReactNode;
}

const intervalMs = 15_000;
const staleAfterMs = 60_000;

/** The orders of one page of the list; reads itself anew while somebody looks. */
export function OrdersTable({ filters, initial, drawnAtMs, children }: OrdersTableProps) {
  const t = useCopy("admin");
  const columns = useOrderColumns();
  const [view, setView] = useTableView();
  const { data, error, loading, readAtMs, refresh } = useLiveList({
    key: ["admin-orders", filters],
    read: () => browserApi.adminOrders.list({ query: orderListQuery(filters) }),
    initial,
    drawnAtMs,
    intervalMs,
  });
  const saveCsv = () => {
    const shown = columns.filter(({ id, fixed }) => fixed === true || !view.hidden.includes(id));
    const rows = data.items.map((order) => shown.map(({ value }) => value(order)));
    downloadText("orders.csv", "text/csv;charset=utf-8", toCsv([shown.map(({ header }) => header), ...rows]));
  };
  return (
    <>
      <AdminTitle title={t("orders.title")}>
        <LiveMark readAtMs={readAtMs} staleAfterMs={staleAfterMs} loading={loading} onRefresh={refresh} />
      </AdminTitle>
      {children}
      {error === null ? null : <ProblemNotice error={error} tone="warning" />}
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        <p className="me-auto text-xs text-ink-muted">
          {t("orders.sortNote")} <span className="max-md:hidden">{t("orders.keys")}.</span>
        </p>
        <ColumnChoice label={t("orders.columns")} columns={columns} view={view} onView={setView} />
        <Button variant="secondary" size="small" onClick={saveCsv}>
          {t("orders.csv")}
        </Button>
      </div>
      <WorkTable
        caption={t("orders.caption")}
        columns={columns}
        rows={data.items}
        rowKey={({ id }) => id}
        view={view}
        onView={setView}
        empty={
          <EmptyState title={t("orders.emptyTitle")}>
            {isFiltered(filters) ? t("orders.emptyText") : t("orders.emptyNone")}
          </EmptyState>
        }
      />
    </>
  );
}
