import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CartPage } from "#features/cart/cart-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cart");
  return { title: t("title"), robots: { index: false } };
}

export default function CartRoute() {
  return <CartPage />;
}
