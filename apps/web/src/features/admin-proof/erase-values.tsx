"use client";

import { Button } from "@smplat/ui/button";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useCopy } from "#i18n/copy.tsx";

/** Has the personal values behind the order's signed proofs deleted; asks why. */
export function EraseValues({ orderId }: { orderId: string }) {
  const t = useCopy("admin-proof");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const erase = async (reason: string) => {
    await browserApi.adminProofs.eraseValues({ params: { orderId }, body: { reason } });
    toast.success(t("erase.done"));
    setOpen(false);
    startTransition(() => router.refresh());
  };
  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setOpen(true)}>
        {t("erase.open")}
      </Button>
      {open ? (
        <ReasonDialog
          title={t("erase.title")}
          text={t("erase.text")}
          action={t("erase.open")}
          hint={t("erase.reasonHint")}
          danger
          onClose={() => setOpen(false)}
          onReason={erase}
        />
      ) : null}
    </>
  );
}
