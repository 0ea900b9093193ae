import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentSession, isStaff } from "#api/current-session.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { safeNext } from "./safe-next.ts";
import { SecondFactorForm } from "./second-factor-form.tsx";
import { SecondFactorSetup } from "./second-factor-setup.tsx";

/** Asks staff for the code of their app, or helps to set one up: at a first sign-in, or later for another phone. */
export async function SecondFactorPage({ next }: { next: string | undefined }) {
  const [t, shop, session] = await Promise.all([getTranslations("auth.secondFactor"), shopContext(), currentSession()]);
  const href = shop.href(safeNext(next) ?? "/admin");
  if (session.awaiting === null && !isStaff(session)) redirect(shop.href("/login"));
  const asks = session.awaiting === "code";
  const setUpLead = session.awaiting === "enrollment" ? t("setUpLead") : t("replaceLead");
  return (
    <AuthFrame title={asks ? t("title") : t("setUpTitle")} lead={asks ? t("lead") : setUpLead}>
      <ClientCopy areas={["auth", "problems", "admin-problems"]}>
        {asks ? <SecondFactorForm href={href} /> : <SecondFactorSetup href={href} />}
      </ClientCopy>
    </AuthFrame>
  );
}
