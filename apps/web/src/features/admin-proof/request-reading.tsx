"use client";

import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";

const reasonMaxLength = 500;

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
      {open ? <ReasonDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ReasonDialog({ onClose, ...line }: RequestReadingProps & { onClose: () => void }) {
  const t = useCopy("admin-proof");
  const [reason, setReason] = useState("");
  const { run, working, problem, missing } = useRequest({ ...line, onClose });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("ask.title")}
      closeLabel={t("ask.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("ask.back")}
          </Button>
          <Button onClick={() => run(reason)} loadingLabel={working ? t("ask.working") : undefined}>
            {t("ask.open")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{t("ask.text")}</p>
        <TextArea
          label={t("ask.reason")}
          hint={t("ask.reasonHint")}
          error={missing ? t("ask.reasonRequired") : undefined}
          rows={3}
          maxLength={reasonMaxLength}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {problem === null ? null : <ProblemNotice error={problem} />}
      </div>
    </Dialog>
  );
}

function useRequest({ orderId, lineId, onClose }: RequestReadingProps & { onClose: () => void }) {
  const t = useCopy("admin-proof");
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  // One key for the dialog's life: pressing again after a lost answer asks for the same reading, not another.
  const [key] = useState(() => crypto.randomUUID());
  const run = async (typed: string) => {
    const reason = typed.trim();
    setMissing(reason === "");
    if (reason === "") return;
    setWorking(true);
    setProblem(null);
    try {
      const request = { params: { orderId }, body: { lineId, reason }, idempotencyKey: key };
      await browserApi.adminProofs.requestReading(request);
      toast.success(t("ask.done"));
      onClose();
      startTransition(() => router.refresh());
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { run, working, problem, missing };
}
