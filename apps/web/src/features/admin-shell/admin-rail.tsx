import { Badge } from "@smplat/ui/badge";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Session } from "#api/current-session.ts";
import { SignOutButton } from "#components/sign-out-button.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { CommandPalette } from "./command-palette.tsx";
import { DemoLinks } from "./demo-links.tsx";
import { RailMenu } from "./rail-menu.tsx";
import { RailNav } from "./rail-nav.tsx";

/** The way around the back office; a bar with a menu on top where the screen is narrow. */
export async function AdminRail({ session, preferences }: { session: Session; preferences: ReactNode }) {
  const [t, brand, shop] = await Promise.all([getTranslations("admin"), getTranslations("shell"), shopContext()]);
  const role = session.role === "admin" ? "admin" : "operator";
  return (
    <header className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-3 border-b border-line bg-surface-sunken px-2 py-2 md:sticky md:top-0 md:h-dvh md:min-w-0 md:flex-col md:flex-nowrap md:items-stretch md:px-3 md:overflow-y-auto md:border-e md:border-b-0 md:py-4">
      <p className="px-2">
        <Link href={shop.href("/admin")} className="display text-lg">
          {brand("brand")}
        </Link>{" "}
        <span className="text-xs text-ink-muted">{t("title")}</span>
      </p>
      <CommandPalette />
      <RailMenu>
        <RailNav />
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 md:mt-auto">
          <DemoLinks />
          <div className="grid gap-1.5 border-t border-line px-2 pt-3 text-xs text-ink-muted">
            <p className="wrap-anywhere">{t("nav.signedInAs", { email: session.user?.email ?? "" })}</p>
            <p>
              <Badge tone="accent">{t(`nav.role.${role}`)}</Badge>
            </p>
          </div>
          <div className="grid min-w-0 gap-2 px-2 [&_label]:grid [&_label]:gap-1 [&_select]:w-full">{preferences}</div>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 whitespace-nowrap md:px-2">
          <Link
            href={shop.href("/")}
            className="text-sm font-semibold text-accent-ink underline-offset-4 hover:underline"
          >
            {t("nav.shop")}
          </Link>
          <Link
            href={shop.href("/second-factor")}
            className="text-sm font-semibold text-accent-ink underline-offset-4 hover:underline"
          >
            {t("nav.secondFactor")}
          </Link>
          <SignOutButton label={t("nav.signOut")} workingLabel={t("nav.signingOut")} />
        </div>
      </RailMenu>
    </header>
  );
}
