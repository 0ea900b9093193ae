"use client";

import type { ProviderSummary } from "@smplat/contracts";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useCopy } from "#i18n/copy.tsx";

interface StateDialogProps {
  providerId: string;
  name: string;
  target: ProviderSummary["state"];
  onClose: () => void;
}

/** Asks for the reason and changes the supplier's state. */
export function StateDialog({ providerId, name, target, onClose }: StateDialogProps) {
  const t = useCopy("providers");
  const router = useRouter();
  const change = async (reason: string) => {
    await browserApi.adminProviders.setState({ params: { providerId }, body: { state: target, reason } });
    toast.success(t(`dialog.done.${target}`));
    onClose();
    startTransition(() => router.refresh());
  };
  return (
    <ReasonDialog
      title={t(`dialog.${target}`, { name })}
      text={t(`dialog.text.${target}`)}
      action={t(`command.${target}`)}
      danger={target === "retired"}
      onClose={onClose}
      onReason={change}
    />
  );
}
