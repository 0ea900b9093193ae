"use client";

import type { ProviderSummary } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";

interface StateDialogProps {
  providerId: string;
  name: string;
  target: ProviderSummary["state"];
  onClose: () => void;
}

const reasonMinLength = 3;
const reasonMaxLength = 500;

/** Asks for the reason and changes the supplier's state. A refusal keeps what was typed. */
export function StateDialog(props: StateDialogProps) {
  const { name, target, onClose } = props;
  const t = useCopy("providers");
  const [reason, setReason] = useState("");
  const { run, working, problem, missing } = useStateChange(props);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`dialog.${target}`, { name })}
      closeLabel={t("dialog.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("dialog.back")}
          </Button>
          <Button
            variant={target === "retired" ? "danger" : "primary"}
            onClick={() => run(reason)}
            loadingLabel={working ? t("working") : undefined}
          >
            {t(`command.${target}`)}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{t(`dialog.text.${target}`)}</p>
        <TextArea
          label={t("dialog.reason")}
          hint={t("dialog.reasonHint")}
          error={missing ? t("dialog.reasonRequired") : undefined}
          rows={3}
          maxLength={reasonMaxLength}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {problem === null ? null : <ProblemNotice error={problem} />}
      </div>
    </Dialog>
  );
}

function useStateChange({ providerId, target, onClose }: StateDialogProps) {
  const t = useCopy("providers");
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (typed: string) => {
    const reason = typed.trim();
    const short = reason.length < reasonMinLength;
    setMissing(short);
    if (short) return;
    setWorking(true);
    setProblem(null);
    try {
      await browserApi.adminProviders.setState({ params: { providerId }, body: { state: target, reason } });
      toast.success(t(`dialog.done.${target}`));
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
