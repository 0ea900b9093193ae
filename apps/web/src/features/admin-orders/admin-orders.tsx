import { Notice } from "@smplat/ui/notice";
import { Pagination } from "@smplat/ui/pagination";
import { Tabs } from "@smplat/ui/tabs";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "#i18n/single-value.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { loadAdminOrders } from "./load-admin-orders.ts";
import { OrderFilterForm } from "./order-filter-form.tsx";
import { type OrderFilters, orderFilterQuery, readOrderFilters } from "./order-filters.ts";
import { OrdersTable } from "./orders-table.tsx";

const views = ["all", "processing", "active", "on_hold", "disputed", "refilling", "awaiting_payment"] as const;
const path = "/admin/orders";

/** All orders, narrowed by what the address says. */
export async function AdminOrders({ params }: { params: SearchParams }) {
  const filters = readOrderFilters(params);
  const [t, shop, { page, cursorLost }] = await Promise.all([
    getTranslations("admin.orders"),
    shopContext(),
    loadAdminOrders(filters),
  ]);
  const first = shop.href(path, orderFilterQuery({ ...filters, cursor: null }));
  return (
    <div className="grid gap-3">
      <OrdersTable key={JSON.stringify(filters)} filters={filters} initial={page} drawnAtMs={Date.now()}>
        <OrderViews filters={filters} />
        <OrderFilterForm filters={filters} />
        {cursorLost ? <Notice title={t("cursorLost")} /> : null}
      </OrdersTable>
      {page.nextCursor === null && filters.cursor === null ? null : (
        <Pagination
          label={t("paging")}
          previousLabel={t("first")}
          nextLabel={t("next")}
          previousHref={filters.cursor === null ? undefined : first}
          nextHref={
            page.nextCursor === null
              ? undefined
              : shop.href(path, orderFilterQuery({ ...filters, cursor: page.nextCursor }))
          }
          summary={t("shown", { count: page.items.length })}
        />
      )}
    </div>
  );
}

/** The usual questions, each an address of its own. */
async function OrderViews({ filters }: { filters: OrderFilters }) {
  const [t, shop] = await Promise.all([getTranslations("admin.orders"), shopContext()]);
  const hrefOf = (view: string | null) => shop.href(path, view === null || view === "all" ? {} : { state: view });
  return (
    <Tabs
      label={t("views")}
      current={filters.q === "" && filters.platform === null ? hrefOf(filters.state) : ""}
      tabs={views.map((view) => ({ href: hrefOf(view), label: t(`view.${view}`) }))}
    />
  );
}
