"use client";

import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";

const reasonMaxLength = 500;

interface CancelOrderProps {
  orderId: string;
  paid: boolean;
  /** The order may move on while the question is open: then the answer stays to be read, and only the button goes. */
  possible: boolean;
}

/** Cancels an order nothing was handed over for, after asking once. */
export function CancelOrder({ orderId, paid, possible }: CancelOrderProps) {
  const t = useCopy("account");
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { cancel, working, problem } = useCancel(orderId, () => setOpen(false));
  return (
    <>
      {possible ? (
        <Button variant="secondary" onClick={() => setOpen(true)}>
          {t("cancel.button")}
        </Button>
      ) : null}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("cancel.title")}
        closeLabel={t("cancel.close")}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {t("cancel.keep")}
            </Button>
            <Button
              variant="danger"
              onClick={() => cancel(reason)}
              loadingLabel={working ? t("cancel.canceling") : undefined}
            >
              {t("cancel.confirm")}
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          <p>{paid ? t("cancel.text") : t("cancel.textUnpaid")}</p>
          <TextArea
            label={t("cancel.reason")}
            optionalLabel={t("cancel.optional")}
            rows={3}
            maxLength={reasonMaxLength}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          {problem === null ? null : <ProblemNotice error={problem} />}
        </div>
      </Dialog>
    </>
  );
}

function useCancel(orderId: string, onDone: () => void) {
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const cancel = async (reason: string) => {
    setWorking(true);
    setProblem(null);
    const text = reason.trim();
    try {
      await browserApi.orders.cancel({ params: { orderId }, body: text === "" ? {} : { reason: text } });
      onDone();
      startTransition(() => router.refresh());
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { cancel, working, problem };
}
