"use client";

import { Button } from "@smplat/ui/button";
import { ErrorState } from "@smplat/ui/error-state";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { useCopy } from "#i18n/copy.tsx";

/** A page of the back office that failed; rail and search stay. */
export function AdminError({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  const t = useCopy("admin");
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      onRetry();
    });
  return (
    <ErrorState
      title={t("error.title")}
      retry={
        <Button size="small" onClick={retry}>
          {t("error.retry")}
        </Button>
      }
      reference={digest === undefined ? undefined : t("error.reference", { digest })}
    >
      {t("error.text")}
    </ErrorState>
  );
}
