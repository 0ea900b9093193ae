import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompleteConsent } from "#features/account-channels/complete-consent.tsx";
import { AccountFrame } from "#features/account-shell/account-frame.tsx";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { type SearchParams, singleValue } from "#i18n/single-value.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("channels");
  return { title: t("connection.workingTitle"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function ConnectedRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [t, query] = await Promise.all([getTranslations("channels"), searchParams]);
  return (
    <AccountFrame title={t("title")}>
      <ClientCopy areas={["channels"]}>
        <CompleteConsent state={singleValue(query, "state") ?? null} code={singleValue(query, "code") ?? null} />
      </ClientCopy>
    </AccountFrame>
  );
}
