"use client";

import { Button, ButtonLink } from "@smplat/ui/button";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import { PageMessage } from "./page-message.tsx";

/** A page that failed to load: what it means, another try, and a reference to quote. */
export function PageError({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  const t = useCopy("shell");
  const href = useHref();
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      onRetry();
    });
  return (
    <PageMessage title={t("error.title")} text={t("error.text")}>
      <Button onClick={retry}>{t("error.retry")}</Button>
      <ButtonLink variant="secondary" href={href("/")}>
        {t("error.home")}
      </ButtonLink>
      {digest === undefined ? null : (
        <p className="w-full text-sm text-ink-muted">{t("error.reference", { digest })}</p>
      )}
    </PageMessage>
  );
}
