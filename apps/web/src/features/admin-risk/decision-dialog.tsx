"use client";

import type { RiskAssessment } from "@smplat/contracts";
import { useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useCopy } from "#i18n/copy.tsx";

export type Verdict = "approve" | "reject" | "reopen";

interface DecisionDialogProps {
  assessment: RiskAssessment;
  verdict: Verdict;
  onClose: () => void;
  onDone: () => unknown;
}

/** Decides a review, with the reason that is kept. */
export function DecisionDialog({ assessment, verdict, onClose, onDone }: DecisionDialogProps) {
  const t = useCopy("admin-risk");
  // One key for one dialog: pressed twice, or again after a lost answer, it is decided once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const decide = async (reason: string) => {
    await browserApi.adminRisk.decide({
      params: { assessmentId: assessment.id },
      body: { verdict, reason, version: assessment.version },
      idempotencyKey,
    });
    toast.success(t(`${verdict}.done`));
    onClose();
    onDone();
  };
  return (
    <ReasonDialog
      title={t(`${verdict}.title`)}
      text={t(`${verdict}.text`)}
      action={t(`${verdict}.button`)}
      danger={verdict === "reject"}
      onClose={onClose}
      onReason={decide}
    />
  );
}
