import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LoginPage } from "#features/auth/login-page.tsx";
import { type SearchParams, singleValue } from "#i18n/single-value.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.login");
  return { title: t("title"), robots: { index: false } };
}

export default async function LoginPageRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <LoginPage next={singleValue(await searchParams, "next")} />;
}
