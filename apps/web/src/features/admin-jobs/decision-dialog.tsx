"use client";

import type { JobOverview } from "@smplat/contracts";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useCopy } from "#i18n/copy.tsx";

interface DecisionDialogProps {
  job: JobOverview["failed"][number];
  decision: "retry" | "discard";
  onClose: () => void;
  onChanged: () => unknown;
}

/** Runs a dead letter again, or never; the reason is kept. */
export function DecisionDialog({ job, decision, onClose, onChanged }: DecisionDialogProps) {
  const t = useCopy("admin");
  const decide = async (reason: string) => {
    await browserApi.adminJobs[decision]({ params: { jobId: job.id }, body: { reason } });
    toast.success(t(`jobs.${decision}Done`, { job: job.job }));
    onClose();
    await onChanged();
  };
  return (
    <ReasonDialog
      title={t(`jobs.${decision}Title`, { job: job.job })}
      text={t(`jobs.${decision}Text`)}
      action={t(`jobs.${decision}`)}
      danger={decision === "discard"}
      onClose={onClose}
      onReason={decide}
    />
  );
}
