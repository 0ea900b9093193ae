import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckoutPage } from "#features/checkout/checkout-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checkout");
  return { title: t("title"), robots: { index: false } };
}

export default function CheckoutRoute() {
  return <CheckoutPage />;
}
