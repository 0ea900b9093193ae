import type { ReactNode } from "react";
import { AdminFrame } from "#features/admin-shell/admin-frame.tsx";
import { LanguageSwitcher } from "#features/shell/language-switcher.tsx";
import { ThemeSwitcher } from "#features/shell/theme-switcher.tsx";
import { shopContext } from "#shop-context/shop-context.ts";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { theme } = await shopContext();
  const preferences = (
    <>
      <LanguageSwitcher />
      <ThemeSwitcher theme={theme} />
    </>
  );
  return <AdminFrame preferences={preferences}>{children}</AdminFrame>;
}
