"use client";

import type { RiskAssessment } from "@smplat/contracts";
import { Dialog } from "@smplat/ui/dialog";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { toast } from "sonner";
import { useCopy } from "#i18n/copy.tsx";
import { EntryForm } from "./entry-form.tsx";

interface ListingDialogProps {
  /** Null: the value is typed. */
  assessment: RiskAssessment | null;
  onClose: () => void;
}

/** Puts what an attempt carried, or what is typed, on a list. */
export function ListingDialog({ assessment, onClose }: ListingDialogProps) {
  const t = useCopy("admin-risk");
  const router = useRouter();
  const done = () => {
    toast.success(t("listing.done"));
    onClose();
    startTransition(() => router.refresh());
  };
  return (
    <Dialog open onClose={onClose} title={t("listing.title")} closeLabel={t("close")}>
      <EntryForm assessment={assessment} onDone={done} onBack={onClose} />
    </Dialog>
  );
}
