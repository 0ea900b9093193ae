"use client";

import type { LineActions, Money } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { TextField } from "@smplat/ui/text-field";
import { useState } from "react";
import { formatMoney } from "#components/money.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { readRefund, type TypedAmounts, writeAmount } from "./refund-amounts.ts";
import { useRefund } from "./use-refund.ts";

interface RefundDialogProps {
  orderId: string;
  lines: readonly LineActions[];
  limit: Money | null;
}

const reasonMaxLength = 500;

/** Returns money of lines, in part or in full, with the reason that is kept. */
export function RefundDialog(props: RefundDialogProps) {
  const t = useCopy("support-admin");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
        {t("actions.refund")}
      </Button>
      {open ? <RefundForm {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RefundForm({ orderId, lines, limit, onClose }: RefundDialogProps & { onClose: () => void }) {
  const t = useCopy("support-admin");
  const locale = useLocale();
  const [amounts, setAmounts] = useState<TypedAmounts>({});
  const [reason, setReason] = useState("");
  const refund = readRefund(lines, amounts);
  const { send, working, problem, tried } = useRefund(orderId, onClose);
  const currency = lines[0]?.refundable.currency ?? "EUR";
  const ready = refund.parts.length > 0 && refund.wrong.size === 0 && reason.trim() !== "";
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("actions.refundTitle")}
      closeLabel={t("actions.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("actions.back")}
          </Button>
          <Button
            variant="danger"
            onClick={() => send(ready ? { lines: [...refund.parts], reason: reason.trim() } : null)}
            loadingLabel={working ? t("actions.working") : undefined}
          >
            {t("actions.refundSend", { amount: formatMoney({ amountMinor: refund.totalMinor, currency }, locale) })}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{t("actions.refundText")}</p>
        {limit === null ? null : <p>{t("actions.refundLimit", { amount: formatMoney(limit, locale) })}</p>}
        <AmountFields lines={lines} typed={amounts} wrong={refund.wrong} onChange={setAmounts} />
        {tried && refund.parts.length === 0 ? (
          <p role="alert" className="text-sm text-critical-ink">
            {t("actions.refundNothing")}
          </p>
        ) : null}
        <TextArea
          label={t("actions.reason")}
          hint={t("actions.reasonHint")}
          error={tried && reason.trim() === "" ? t("actions.reasonRequired") : undefined}
          rows={2}
          maxLength={reasonMaxLength}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {problem === null ? null : <ProblemNotice error={problem} />}
      </div>
    </Dialog>
  );
}

interface AmountFieldsProps {
  lines: readonly LineActions[];
  typed: TypedAmounts;
  wrong: ReadonlySet<string>;
  onChange: (typed: TypedAmounts) => void;
}

function AmountFields({ lines, typed, wrong, onChange }: AmountFieldsProps) {
  const t = useCopy("support-admin");
  const locale = useLocale();
  const open = lines.filter((line) => line.refundable.amountMinor > 0);
  const all = Object.fromEntries(open.map((line) => [line.lineId, writeAmount(line.refundable)]));
  return (
    <div className="grid gap-3">
      {open.map((line) => {
        const amount = formatMoney(line.refundable, locale);
        return (
          <TextField
            key={line.lineId}
            inputMode="decimal"
            autoComplete="off"
            label={t("actions.refundAmount", { title: line.title[locale], amount })}
            error={wrong.has(line.lineId) ? t("actions.refundTooMuch", { amount }) : undefined}
            value={typed[line.lineId] ?? ""}
            onChange={({ target }) => onChange({ ...typed, [line.lineId]: target.value })}
          />
        );
      })}
      <div>
        <Button size="small" variant="secondary" onClick={() => onChange(all)}>
          {t("actions.refundAll")}
        </Button>
      </div>
    </div>
  );
}
