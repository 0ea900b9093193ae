import type { ReactNode } from "react";
import { SiteShell } from "#features/shell/site-shell.tsx";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <SiteShell>{children}</SiteShell>;
}
