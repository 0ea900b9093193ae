import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VerifyPage } from "#features/verify/verify-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verify");
  return { title: t("title"), description: t("lead") };
}

export default function VerifyRoute() {
  return <VerifyPage />;
}
