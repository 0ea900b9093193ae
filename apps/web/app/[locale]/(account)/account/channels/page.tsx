import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChannelsPage } from "#features/account-channels/channels-page.tsx";
import { AccountFrame } from "#features/account-shell/account-frame.tsx";
import { type SearchParams, singleValue } from "#i18n/single-value.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("channels");
  return { title: t("title"), robots: { index: false } };
}

export default async function ChannelsRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [t, query] = await Promise.all([getTranslations("channels"), searchParams]);
  return (
    <AccountFrame title={t("title")} lead={t("lead")}>
      <ChannelsPage wanted={singleValue(query, "channel") ?? null} />
    </AccountFrame>
  );
}
