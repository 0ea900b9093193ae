"use client";

import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { type ReactNode, useState } from "react";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";

interface ReasonDialogProps {
  title: string;
  text: string;
  /** What the button says. */
  action: string;
  danger?: boolean;
  /** Where the reason goes; without it, that it is kept with one's name. */
  hint?: string;
  /** What can be done about a refusal; `forget` takes the refusal away. */
  remedyOf?: (problem: unknown, forget: () => void) => ReactNode;
  onClose: () => void;
  /** Does it; what it throws is shown, and what was typed stays. */
  onReason: (reason: string) => Promise<void>;
}

const reasonMinLength = 3;
const reasonMaxLength = 500;

/** Asks the staff why before something is done that is kept with its reason. */
export function ReasonDialog({ title, text, action, danger = false, hint, ...rest }: ReasonDialogProps) {
  const { remedyOf, onClose, onReason } = rest;
  const t = useCopy("admin");
  const [reason, setReason] = useState("");
  const { run, working, missing, problem, forget } = useReason(onReason);
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={t("reason.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("reason.back")}
          </Button>
          <Button
            variant={danger ? "danger" : "primary"}
            onClick={() => run(reason)}
            loadingLabel={working ? t("reason.working") : undefined}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{text}</p>
        <TextArea
          label={t("reason.label")}
          hint={hint ?? t("reason.hint")}
          error={missing ? t("reason.required") : undefined}
          rows={3}
          maxLength={reasonMaxLength}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {problem === null ? null : <ProblemNotice error={problem} action={remedyOf?.(problem, forget)} />}
      </div>
    </Dialog>
  );
}

function useReason(onReason: ReasonDialogProps["onReason"]) {
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
      await onReason(reason);
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { run, working, missing, problem, forget: () => setProblem(null) };
}
