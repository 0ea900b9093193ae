"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useCopy } from "#i18n/copy.tsx";
import type { OrderCommand } from "./order-commands.tsx";

interface CommandDialogProps {
  orderId: string;
  /** The version the operator saw: a newer one refuses the command. */
  version: number;
  command: OrderCommand;
  onClose: () => void;
}

/** Codes that mean: the order is not what was looked at. */
const outdated = new Set(["order.version-conflict", "order.transition-refused"]);

/** Asks for the reason and moves the order. */
export function CommandDialog({ orderId, version, command, onClose }: CommandDialogProps) {
  const t = useCopy("admin");
  const router = useRouter();
  const refresh = () => startTransition(() => router.refresh());
  const move = async (reason: string) => {
    await browserApi.adminOrders.transition({ params: { orderId }, body: { command, reason, version } });
    toast.success(t(`commands.done.${command}`));
    onClose();
    refresh();
  };
  const reload = (forget: () => void) => (
    <Button
      variant="secondary"
      size="small"
      onClick={() => {
        forget();
        refresh();
      }}
    >
      {t("commands.reload")}
    </Button>
  );
  return (
    <ReasonDialog
      title={t(`commands.${command}Title`)}
      text={t(`commands.${command}Text`)}
      action={t(`commands.${command}`)}
      danger={command === "cancel"}
      remedyOf={(problem, forget) =>
        problem instanceof ApiProblem && outdated.has(problem.problem.code) ? reload(forget) : null
      }
      onClose={onClose}
      onReason={move}
    />
  );
}
