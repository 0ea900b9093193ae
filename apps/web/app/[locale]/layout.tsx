import "../globals.css";
import type { Metadata, Viewport } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { config } from "#config.ts";
import { localeHref } from "#i18n/href.ts";
import { shopContext } from "#shop-context/shop-context.ts";

export async function generateMetadata(): Promise<Metadata> {
  const [t, shop] = await Promise.all([getTranslations("shell"), shopContext()]);
  return {
    metadataBase: new URL(config.publicUrl),
    title: { default: t("title"), template: `%s · ${t("brand")}` },
    description: t("description"),
    alternates: {
      canonical: shop.href(shop.path),
      languages: { en: localeHref("en", shop.path), de: localeHref("de", shop.path) },
    },
  };
}

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await shopContext();
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col font-sans antialiased">{children}</body>
    </html>
  );
}
