import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readFilters, type SearchParams } from "#features/product-list/list-filters.ts";
import { ProductList } from "#features/product-list/product-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("list");
  return { title: t("title"), description: t("lead") };
}

export default async function ProductsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <ProductList filters={readFilters(await searchParams)} />;
}
