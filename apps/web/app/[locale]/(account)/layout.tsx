import type { ReactNode } from "react";
import { SiteShell } from "#features/shell/site-shell.tsx";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <SiteShell>{children}</SiteShell>;
}
