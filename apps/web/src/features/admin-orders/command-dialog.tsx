"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
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
const reasonMaxLength = 500;

/** Asks for the reason and moves the order. A refusal keeps what was typed. */
export function CommandDialog(props: CommandDialogProps) {
  const { command, onClose } = props;
  const t = useCopy("admin");
  const router = useRouter();
  const [reason, setReason] = useState("");
  const { run, working, problem, missing, forget } = useCommand(props);
  const reload = () => {
    forget();
    startTransition(() => router.refresh());
  };
  const old = problem instanceof ApiProblem && outdated.has(problem.problem.code);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`commands.${command}Title`)}
      closeLabel={t("commands.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("commands.back")}
          </Button>
          <Button
            variant={command === "cancel" ? "danger" : "primary"}
            onClick={() => run(reason)}
            loadingLabel={working ? t("commands.working") : undefined}
          >
            {t(`commands.${command}`)}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{t(`commands.${command}Text`)}</p>
        <TextArea
          label={t("commands.reason")}
          hint={t("commands.reasonHint")}
          error={missing ? t("commands.reasonRequired") : undefined}
          rows={3}
          maxLength={reasonMaxLength}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {problem === null ? null : (
          <ProblemNotice
            error={problem}
            action={
              old ? (
                <Button variant="secondary" size="small" onClick={reload}>
                  {t("commands.reload")}
                </Button>
              ) : undefined
            }
          />
        )}
      </div>
    </Dialog>
  );
}

function useCommand({ orderId, version, command, onClose }: CommandDialogProps) {
  const t = useCopy("admin");
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (typed: string) => {
    const reason = typed.trim();
    setMissing(reason === "");
    if (reason === "") return;
    setWorking(true);
    setProblem(null);
    try {
      await browserApi.adminOrders.transition({ params: { orderId }, body: { command, reason, version } });
      toast.success(t(`commands.done.${command}`));
      onClose();
      startTransition(() => router.refresh());
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { run, working, problem, missing, forget: () => setProblem(null) };
}
