"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { buttonClasses } from "@smplat/ui/button";
import Link from "next/link";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";

/** The way forward when a channel has to be proven first; nothing for other refusals. */
export function ProveLink({ error }: { error: unknown }) {
  const t = useCopy("checkout");
  const href = useHref();
  if (!(error instanceof ApiProblem) || error.problem.code !== "checkout.ownership-required") return null;
  return (
    <Link href={href("/account/channels", channelOf(error))} className={buttonClasses({ size: "small" })}>
      {t("prove")}
    </Link>
  );
}

/** The first channel the refusal names. */
function channelOf({ problem }: ApiProblem): { readonly channel?: string } {
  const { channels } = problem as { readonly channels?: readonly { readonly accountId: string | null }[] };
  const accountId = channels?.find((channel) => channel.accountId !== null)?.accountId;
  return accountId == null ? {} : { channel: accountId };
}
