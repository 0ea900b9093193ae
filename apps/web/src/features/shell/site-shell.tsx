import { SkipLink } from "@smplat/ui/skip-link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { ShopProvider } from "#shop-context/shop-provider.tsx";
import { DemoBar } from "./demo-bar.tsx";
import { shellData } from "./shell-data.ts";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

/** Everything around a page of the shop and the account. */
export async function SiteShell({ children }: { children: ReactNode }) {
  const [t, shop, { demo, session, cartCount }] = await Promise.all([
    getTranslations("shell"),
    shopContext(),
    shellData(),
  ]);
  return (
    <ClientCopy areas={["shell"]}>
      <ShopProvider currency={shop.currency} country={shop.country} platform={shop.platform} cartCount={cartCount}>
        <SkipLink href="#main">{t("skip")}</SkipLink>
        {demo ? <DemoBar /> : null}
        <SiteHeader session={session} />
        {/* As high as a screen, so that a page that streams in does not push the footer out of sight. */}
        <main id="main" tabIndex={-1} className="min-h-dvh flex-1 outline-none">
          {children}
        </main>
        <SiteFooter />
      </ShopProvider>
    </ClientCopy>
  );
}
