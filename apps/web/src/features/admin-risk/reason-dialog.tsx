"use client";

import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { useState } from "react";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";

interface ReasonDialogProps {
  title: string;
  text: string;
  /** What the button says. */
  action: string;
  danger?: boolean;
  onClose: () => void;
  /** Does it; what it throws is shown, and what was typed stays. */
  onReason: (reason: string) => Promise<void>;
}

const reasonMaxLength = 500;

/** Asks why before something is done that is kept with its reason. */
export function ReasonDialog({ title, text, action, danger = false, onClose, onReason }: ReasonDialogProps) {
  const t = useCopy("admin-risk");
  const [reason, setReason] = useState("");
  const [working, setWorking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async () => {
    const typed = reason.trim();
    setMissing(typed === "");
    if (typed === "") return;
    setWorking(true);
    setProblem(null);
    try {
      await onReason(typed);
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={t("close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("back")}
          </Button>
          <Button
            variant={danger ? "danger" : "primary"}
            onClick={run}
            loadingLabel={working ? t("working") : undefined}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{text}</p>
        <TextArea
          label={t("reason")}
          hint={t("reasonHint")}
          error={missing ? t("reasonRequired") : undefined}
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
