"use client";

import type { OperatorRefill } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";

interface DeclineDialogProps {
  refill: OperatorRefill;
  onClose: () => void;
}

const reasonMaxLength = 500;

/** Declines a refill, with the reason its buyer reads. */
export function DeclineDialog({ refill, onClose }: DeclineDialogProps) {
  const t = useCopy("support-admin");
  const [reason, setReason] = useState("");
  const { decline, working, missing, problem } = useDecline(refill.id, onClose);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("refills.declineTitle")}
      closeLabel={t("refills.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("refills.back")}
          </Button>
          <Button
            variant="danger"
            onClick={() => decline(reason)}
            loadingLabel={working ? t("refills.declining") : undefined}
          >
            {t("refills.decline")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{t("refills.declineText")}</p>
        <TextArea
          label={t("refills.reason")}
          error={missing ? t("refills.reasonRequired") : undefined}
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

function useDecline(refillId: string, onDone: () => void) {
  const t = useCopy("support-admin");
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const decline = async (typed: string) => {
    const reason = typed.trim();
    setMissing(reason === "");
    if (reason === "") return;
    setWorking(true);
    setProblem(null);
    try {
      await browserApi.adminRefills.decline({ params: { refillId }, body: { reason } });
      toast.success(t("refills.declined"));
      onDone();
      startTransition(() => router.refresh());
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { decline, working, missing, problem };
}
