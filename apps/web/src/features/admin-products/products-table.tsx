"use client";

import type { OperatorProduct } from "@smplat/contracts";
import { EmptyState } from "@smplat/ui/empty-state";
import { type ReactNode, useMemo, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { AdminTitle } from "#components/admin-title.tsx";
import { LiveMark } from "#components/live-mark.tsx";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useLiveList } from "#components/use-live-list.ts";
import { ColumnChoice } from "#components/work-table/column-choice.tsx";
import { useTableView } from "#components/work-table/table-view.ts";
import { WorkTable } from "#components/work-table/work-table.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import type { AdminProductPage } from "./load-admin-products.ts";
import { PolicyDialog } from "./policy-dialog.tsx";
import { productColumns } from "./product-columns.tsx";
import { type ProductFilters, productListQuery } from "./product-filters.ts";
import { UnpublishDialog } from "./unpublish-dialog.tsx";

interface ProductsTableProps {
  filters: ProductFilters;
  initial: AdminProductPage;
  drawnAtMs: number;
  mayPublish: boolean;
  children: ReactNode;
}

const intervalMs = 30_000;
const staleAfterMs = 120_000;

/** What is open beside the list. */
interface Task {
  readonly kind: "check" | "publish" | "unpublish";
  readonly product: OperatorProduct;
}

export function ProductsTable({ filters, initial, drawnAtMs, mayPublish, children }: ProductsTableProps) {
  const t = useCopy("admin");
  const shell = useCopy("shell");
  const href = useHref();
  const locale = useLocale();
  const [view, setView] = useTableView();
  const [task, setTask] = useState<Task | null>(null);
  const { data, error, loading, readAtMs, refresh } = useLiveList({
    key: ["admin-products", filters],
    read: () => browserApi.adminProducts.list({ query: productListQuery(filters) }),
    initial,
    drawnAtMs,
    intervalMs,
  });
  const columns = useMemo(
    () => productColumns({ t, shell, href, locale, mayPublish, onTask: (kind, product) => setTask({ kind, product }) }),
    [t, shell, href, locale, mayPublish],
  );
  const close = () => setTask(null);
  const done = () => {
    close();
    refresh();
  };
  return (
    <>
      <AdminTitle title={t("products.title")}>
        <LiveMark readAtMs={readAtMs} staleAfterMs={staleAfterMs} loading={loading} onRefresh={refresh} />
      </AdminTitle>
      {children}
      {error === null ? null : <ProblemNotice error={error} tone="warning" />}
      <div className="flex justify-end">
        <ColumnChoice label={t("orders.columns")} columns={columns} view={view} onView={setView} />
      </div>
      <WorkTable
        caption={t("products.caption")}
        columns={columns}
        rows={data.items}
        rowKey={({ id }) => id}
        view={view}
        onView={setView}
        empty={<EmptyState title={t("products.emptyTitle")}>{t("products.emptyText")}</EmptyState>}
      />
      {task === null || task.kind === "unpublish" ? null : (
        <PolicyDialog product={task.product} publish={task.kind === "publish"} onClose={close} onDone={done} />
      )}
      {task?.kind === "unpublish" ? <UnpublishDialog product={task.product} onClose={close} onDone={done} /> : null}
    </>
  );
}
