import { buttonClasses } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import { Notice } from "@smplat/ui/notice";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { currentSession } from "#api/current-session.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { ChannelList } from "./channel-list.tsx";
import { loadChannels } from "./load-channels.ts";

/** The channels of whoever looks: to prove, follow and let go of. */
export async function ChannelsPage({ wanted }: { wanted: string | null }) {
  const [t, shop, session] = await Promise.all([getTranslations("channels"), shopContext(), currentSession()]);
  const listing = await loadChannels(shop.locale);
  if (listing.status === "staff") {
    return (
      <EmptyState
        kind="no-permission"
        title={t("staffTitle")}
        action={
          <Link href={shop.href("/admin")} className={buttonClasses()}>
            {t("staffAction")}
          </Link>
        }
      >
        {t("staffText")}
      </EmptyState>
    );
  }
  if (listing.status === "failed") return <Notice tone="warning" title={t("failedTitle")} remedy={t("failedText")} />;
  return (
    <ClientCopy areas={["channels", "product"]}>
      {session.user === null ? <p className="text-sm text-ink-muted">{t("guest")}</p> : null}
      <ChannelList channels={listing.channels} wanted={wanted} asOf={listing.asOf} />
    </ClientCopy>
  );
}
