"use client";

import type { OperatorRefill } from "@smplat/contracts";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useCopy } from "#i18n/copy.tsx";

interface DeclineDialogProps {
  refill: OperatorRefill;
  onClose: () => void;
}

/** Declines a refill, with the reason its buyer reads. */
export function DeclineDialog({ refill, onClose }: DeclineDialogProps) {
  const t = useCopy("support-admin");
  const router = useRouter();
  const decline = async (reason: string) => {
    await browserApi.adminRefills.decline({ params: { refillId: refill.id }, body: { reason } });
    toast.success(t("refills.declined"));
    onClose();
    startTransition(() => router.refresh());
  };
  return (
    <ReasonDialog
      title={t("refills.declineTitle")}
      text={t("refills.declineText")}
      action={t("refills.decline")}
      hint={t("refills.reasonHint")}
      danger
      onClose={onClose}
      onReason={decline}
    />
  );
}
