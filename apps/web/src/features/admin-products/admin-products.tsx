import { Notice } from "@smplat/ui/notice";
import { Pagination } from "@smplat/ui/pagination";
import { getTranslations } from "next-intl/server";
import { currentSession } from "#api/current-session.ts";
import type { SearchParams } from "#i18n/single-value.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { loadAdminProducts } from "./load-admin-products.ts";
import { ProductFilterForm } from "./product-filter-form.tsx";
import { productFilterQuery, readProductFilters } from "./product-filters.ts";
import { ProductsTable } from "./products-table.tsx";

const path = "/admin/products";

/** Every product, whatever its state, with what the publish policy says of it. */
export async function AdminProducts({ params }: { params: SearchParams }) {
  const filters = readProductFilters(params);
  const [t, shop, session, { page, cursorLost }] = await Promise.all([
    getTranslations("admin.products"),
    shopContext(),
    currentSession(),
    loadAdminProducts(filters),
  ]);
  const mayPublish = session.role === "admin";
  const hrefWith = (cursor: string | null) => shop.href(path, productFilterQuery({ ...filters, cursor }));
  return (
    <div className="grid gap-3">
      <ProductsTable
        key={JSON.stringify(filters)}
        filters={filters}
        initial={page}
        drawnAtMs={Date.now()}
        mayPublish={mayPublish}
      >
        <ProductFilterForm filters={filters} />
        {cursorLost ? <Notice title={t("cursorLost")} /> : null}
        {mayPublish ? null : <p className="text-xs text-ink-muted">{t("adminOnly")}</p>}
      </ProductsTable>
      {page.nextCursor === null && filters.cursor === null ? null : (
        <Pagination
          label={t("paging")}
          previousLabel={t("first")}
          nextLabel={t("next")}
          previousHref={filters.cursor === null ? undefined : hrefWith(null)}
          nextHref={page.nextCursor === null ? undefined : hrefWith(page.nextCursor)}
          summary={t("shown", { count: page.items.length })}
        />
      )}
    </div>
  );
}
