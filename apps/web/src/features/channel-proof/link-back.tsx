import type { ProofPage } from "@smplat/contracts";
import { getTranslations } from "next-intl/server";
import { channelName } from "#components/channel-name.ts";

/** Links back to a channel with `rel=me`: what Mastodon looks for before it marks a link to this page as verified. */
export async function LinkBack({ channel }: { channel: ProofPage }) {
  const [t, platforms] = await Promise.all([getTranslations("channels.proofPage"), getTranslations("shell.platforms")]);
  return (
    <div className="mx-auto grid max-w-prose gap-4 px-4 py-10 sm:px-6">
      <h1 className="text-2xl">{t("title")}</h1>
      <p className="text-ink-muted">{t("text")}</p>
      <p>
        <a href={channel.profileUrl} rel="me" className="font-semibold text-accent-ink underline underline-offset-2">
          {t("channel", { channel: channelName(channel.handle), platform: platforms(channel.platform) })}
        </a>
      </p>
    </div>
  );
}
