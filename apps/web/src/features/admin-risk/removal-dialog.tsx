"use client";

import type { RiskListEntry } from "@smplat/contracts";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useCopy } from "#i18n/copy.tsx";

/** Takes an entry out of its list, with the reason that is kept. */
export function RemovalDialog({ entry, onClose }: { entry: RiskListEntry; onClose: () => void }) {
  const t = useCopy("admin-risk");
  const router = useRouter();
  const remove = async (reason: string) => {
    await browserApi.adminRisk.removeEntry({ params: { entryId: entry.id }, body: { reason } });
    toast.success(t("lists.removedNow"));
    onClose();
    startTransition(() => router.refresh());
  };
  return (
    <ReasonDialog
      title={t("lists.removeTitle")}
      text={t("lists.removeText")}
      action={t("lists.remove")}
      onClose={onClose}
      onReason={remove}
    />
  );
}
