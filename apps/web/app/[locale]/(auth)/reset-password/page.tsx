import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetPage } from "#features/auth/auth-page.tsx";
import { type SearchParams, singleValue } from "#i18n/single-value.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.reset");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function ResetPageRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <ResetPage token={singleValue(await searchParams, "token")} />;
}
