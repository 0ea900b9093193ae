"use client";

import { Notice } from "@smplat/ui/notice";
import Link from "next/link";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import type { SavedChannel } from "./saved-channels.tsx";
import type { Channel } from "./use-channel.ts";

/** Says before anything is bought that the channel has to be proven, and where. */
export function OwnershipRule({ saved, channel }: { saved: readonly SavedChannel[]; channel: Channel }) {
  const t = useCopy("product");
  const href = useHref();
  const account = channel.answer?.account ?? null;
  const isProven = saved.some(
    (one) => one.proven && one.platform === channel.platform && one.handle === account?.handle,
  );
  if (isProven) return <Notice tone="success" title={t("ownership.proven")} />;
  return (
    <Notice
      tone="info"
      title={t("ownership.title")}
      action={
        <Link
          href={href("/account/channels", account === null ? {} : { channel: account.id })}
          className="tap inline-block text-sm font-semibold text-accent-ink underline underline-offset-2"
        >
          {t("ownership.prove")}
        </Link>
      }
    >
      {t("ownership.text")}
    </Notice>
  );
}
