import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SecondFactorPage } from "#features/auth/second-factor-page.tsx";
import { type SearchParams, singleValue } from "#i18n/single-value.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.secondFactor");
  return { title: t("title"), robots: { index: false } };
}

export default async function SecondFactorPageRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <SecondFactorPage next={singleValue(await searchParams, "next")} />;
}
