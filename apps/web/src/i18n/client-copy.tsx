import type { ReactNode } from "react";
import { CopyProvider } from "./copy.tsx";
import { currentLocale } from "./current-locale.ts";
import { type Area, messages } from "./messages.ts";

/** Sends the texts of the named areas, and no others, to the client components inside. */
export async function ClientCopy({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const locale = await currentLocale();
  const picked = Object.fromEntries(areas.map((area) => [area, messages[locale][area]]));
  return (
    <CopyProvider locale={locale} areas={picked}>
      {children}
    </CopyProvider>
  );
}
