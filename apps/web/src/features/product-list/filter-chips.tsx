import { Icon } from "@smplat/ui/icon";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatMoney } from "#components/money.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { filterQuery, isFiltered, type ListFilters } from "./list-filters.ts";

const minorPerUnit = 100;

/** What the list is narrowed by; each chip is a link that takes its filter away. */
export async function FilterChips({ filters }: { filters: ListFilters }) {
  if (!isFiltered(filters)) return null;
  const [t, shell, catalog, shop] = await Promise.all([
    getTranslations("list"),
    getTranslations("shell.platforms"),
    getTranslations("catalog.categories"),
    shopContext(),
  ]);
  const price = (units: number) =>
    formatMoney({ amountMinor: units * minorPerUnit, currency: shop.currency }, shop.locale);
  const { q, platform, category, min, max } = filters;
  const chips = [
    q === "" ? null : { without: { q: "" }, label: t("chips.search", { text: q }) },
    platform === null ? null : { without: { platform: null }, label: shell(platform) },
    category === null ? null : { without: { category: null }, label: catalog(category) },
    min === null ? null : { without: { min: null }, label: t("chips.minimum", { price: price(min) }) },
    max === null ? null : { without: { max: null }, label: t("chips.maximum", { price: price(max) }) },
  ].filter((chip) => chip !== null);
  return (
    <nav aria-label={t("chips.label")} className="flex flex-wrap items-center gap-2">
      {chips.map((chip) => (
        <Link
          key={chip.label}
          href={shop.href("/products", filterQuery({ ...filters, ...chip.without, cursor: null }))}
          aria-label={t("chips.remove", { filter: chip.label })}
          className="inline-flex min-h-(--control-height-small) items-center gap-2 rounded-full border border-line-strong bg-surface px-3 text-sm hover:bg-surface-hover"
        >
          <span className="max-w-56 truncate">{chip.label}</span>
          <Icon name="cross" className="text-xs" />
        </Link>
      ))}
      <Link href={shop.href("/products")} className="tap px-2 text-sm font-semibold text-accent-ink hover:underline">
        {t("filters.clear")}
      </Link>
    </nav>
  );
}
