"use client";

import { Button } from "@smplat/ui/button";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useCopy } from "#i18n/copy.tsx";

interface RequestReadingProps {
  orderId: string;
  lineId: string;
}

/** Has the channel read beyond the schedule; asks why. */
export function RequestReading(props: RequestReadingProps) {
  const t = useCopy("admin-proof");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" size="small" onClick={() => setOpen(true)}>
        {t("ask.open")}
      </Button>
      {open ? <RequestDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RequestDialog({ orderId, lineId, onClose }: RequestReadingProps & { onClose: () => void }) {
  const t = useCopy("admin-proof");
  const router = useRouter();
  // One key for the dialog's life: pressing again after a lost answer asks for the same reading, not another.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const ask = async (reason: string) => {
    await browserApi.adminProofs.requestReading({ params: { orderId }, body: { lineId, reason }, idempotencyKey });
    toast.success(t("ask.done"));
    onClose();
    startTransition(() => router.refresh());
  };
  return (
    <ReasonDialog
      title={t("ask.title")}
      text={t("ask.text")}
      action={t("ask.open")}
      hint={t("ask.reasonHint")}
      onClose={onClose}
      onReason={ask}
    />
  );
}
