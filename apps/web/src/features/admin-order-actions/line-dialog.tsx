"use client";

import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { TextField } from "@smplat/ui/text-field";
import { useState } from "react";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import type { LineInput } from "./use-line-command.ts";

interface LineDialogProps {
  command: "later" | "cancel";
  working: boolean;
  problem: unknown;
  onClose: () => void;
  onRun: (input: LineInput) => void;
}

const reasonMaxLength = 500;

/** Asks for what a command of a line needs: a time, or a reason. */
export function LineDialog({ command, working, problem, onClose, onRun }: LineDialogProps) {
  const t = useCopy("support-admin");
  const [reason, setReason] = useState("");
  const [at, setAt] = useState("");
  const [tried, setTried] = useState(false);
  const input = inputOf(command, reason, at);
  const submit = () => {
    setTried(true);
    if (input !== null) onRun(input);
  };
  const missing = tried && input === null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`actions.${command}Title`)}
      closeLabel={t("actions.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("actions.back")}
          </Button>
          <Button
            variant={command === "cancel" ? "danger" : "primary"}
            onClick={submit}
            loadingLabel={working ? t("actions.working") : undefined}
          >
            {t(command === "cancel" ? "actions.cancelLine" : "actions.later")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{t(`actions.${command}Text`)}</p>
        {command === "later" ? (
          <TextField
            type="datetime-local"
            label={t("actions.at")}
            error={missing ? t("actions.atRequired") : undefined}
            value={at}
            onChange={({ target }) => setAt(target.value)}
          />
        ) : (
          <TextArea
            label={t("actions.reason")}
            hint={t("actions.reasonHint")}
            error={missing ? t("actions.reasonRequired") : undefined}
            rows={3}
            maxLength={reasonMaxLength}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
        {problem === null ? null : <ProblemNotice error={problem} />}
      </div>
    </Dialog>
  );
}

/** Null while something is missing. */
function inputOf(command: LineDialogProps["command"], reason: string, at: string): LineInput | null {
  if (command === "cancel") return reason.trim() === "" ? null : { reason: reason.trim() };
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime()) || instant.getTime() <= Date.now()) return null;
  return { at: instant.toISOString() };
}
