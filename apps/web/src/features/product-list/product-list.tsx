import { buttonClasses } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import { Icon } from "@smplat/ui/icon";
import { Notice } from "@smplat/ui/notice";
import { Pagination } from "@smplat/ui/pagination";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { channelName } from "#components/channel-name.ts";
import { ProductTile } from "#components/product-tile.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { FilterChips } from "./filter-chips.tsx";
import { FilterForm } from "./filter-form.tsx";
import { filterQuery, isFiltered, type ListFilters } from "./list-filters.ts";
import { loadProducts } from "./load-products.ts";

export async function ProductList({ filters }: { filters: ListFilters }) {
  const [t, shop, { page, cursorLost }] = await Promise.all([
    getTranslations("list"),
    shopContext(),
    loadProducts(filters),
  ]);
  const next = page.nextCursor === null ? null : filterQuery({ ...filters, cursor: page.nextCursor });
  return (
    <div className="mx-auto grid max-w-page gap-6 px-4 py-8 sm:px-6 lg:py-12">
      <div className="grid gap-2">
        <h1 className="text-2xl">{t("title")}</h1>
        <p className="max-w-prose text-ink-muted">{t("lead")}</p>
      </div>
      <div className="grid gap-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <aside>
          <div className="hidden lg:block">
            <FilterForm filters={filters} />
          </div>
          <details className="group rounded-lg border border-line bg-surface px-4 lg:hidden">
            <summary className="flex cursor-pointer list-none items-center justify-between py-3.5 font-semibold [&::-webkit-details-marker]:hidden">
              {t("filters.more")}
              <Icon name="chevron-down" className="text-ink-muted transition-transform group-open:rotate-180" />
            </summary>
            <div className="pb-4">
              <FilterForm filters={filters} />
            </div>
          </details>
        </aside>
        <div className="grid content-start gap-5">
          <FilterChips filters={filters} />
          <ContextHint filters={filters} />
          {cursorLost ? <Notice title={t("cursorLost")} /> : null}
          {page.items.length === 0 ? <NothingFound filtered={isFiltered(filters)} /> : null}
          <ul className="grid gap-5 sm:grid-cols-2 xl:grid-cols-3">
            {page.items.map((product) => (
              <ProductTile key={product.id} product={product} />
            ))}
          </ul>
          {page.items.length > 0 && (next !== null || filters.cursor !== null) ? (
            <Pagination
              label={t("paging.label")}
              previousLabel={t("paging.first")}
              nextLabel={t("paging.next")}
              previousHref={
                filters.cursor === null ? undefined : shop.href("/products", filterQuery({ ...filters, cursor: null }))
              }
              nextHref={next === null ? undefined : shop.href("/products", next)}
              summary={t("paging.shown", { count: page.items.length })}
            />
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** The channel shopped for tints the list; narrowing it down to that channel is one click, never done unasked. */
async function ContextHint({ filters }: { filters: ListFilters }) {
  const [t, shell, shop] = await Promise.all([
    getTranslations("list"),
    getTranslations("shell.platforms"),
    shopContext(),
  ]);
  if (shop.platform === null || filters.platform !== null) return null;
  const { platform, handle } = shop.platform;
  const channel = handle === null ? shell(platform) : `${shell(platform)} · ${channelName(handle)}`;
  return (
    <p
      data-tint={platform}
      className="flex flex-wrap gap-x-3 rounded-md border border-tint-line bg-tint-soft px-4 py-2.5 text-sm text-tint-ink"
    >
      {t("context", { channel })}
      <Link
        href={shop.href("/products", filterQuery({ ...filters, platform, cursor: null }))}
        className="font-semibold underline underline-offset-4"
      >
        {t("contextLink")}
      </Link>
    </p>
  );
}

async function NothingFound({ filtered }: { filtered: boolean }) {
  const [t, shop] = await Promise.all([getTranslations("list.empty"), shopContext()]);
  if (!filtered) return <EmptyState title={t("noneTitle")}>{t("noneText")}</EmptyState>;
  return (
    <EmptyState
      title={t("title")}
      action={
        <Link href={shop.href("/products")} className={buttonClasses({ variant: "secondary" })}>
          {t("all")}
        </Link>
      }
    >
      {t("text")}
    </EmptyState>
  );
}
