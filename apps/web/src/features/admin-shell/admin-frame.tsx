import { SkipLink } from "@smplat/ui/skip-link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Toaster } from "sonner";
import { currentSession, isStaff } from "#api/current-session.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { AdminRail } from "./admin-rail.tsx";

interface AdminFrameProps {
  /** Language and theme, at the end of the rail. */
  preferences: ReactNode;
  children: ReactNode;
}

/** The library brings colours of its own, which know nothing of the theme. */
const toastLook = {
  background: "var(--surface-raised)",
  color: "var(--ink)",
  borderColor: "var(--line)",
  fontFamily: "inherit",
};

/** The back office around a page: the rail for staff, nothing but the page for anybody else. */
export async function AdminFrame({ preferences, children }: AdminFrameProps) {
  const [t, session] = await Promise.all([getTranslations("admin"), currentSession()]);
  const staff = isStaff(session);
  return (
    <ClientCopy areas={["admin", "shell", "problems", "admin-problems"]}>
      <div
        data-density="dense"
        className={
          staff
            ? "grid min-h-dvh grid-rows-[auto_1fr] md:grid-cols-[11.5rem_minmax(0,1fr)] lg:grid-cols-[13rem_minmax(0,1fr)] md:grid-rows-1"
            : "min-h-dvh"
        }
      >
        <SkipLink href="#main">{t("skip")}</SkipLink>
        {staff ? <AdminRail session={session} preferences={preferences} /> : null}
        <main id="main" tabIndex={-1} className="min-w-0 px-4 py-5 outline-none lg:px-6">
          {children}
        </main>
        <Toaster position="bottom-right" toastOptions={{ style: toastLook }} />
      </div>
    </ClientCopy>
  );
}
