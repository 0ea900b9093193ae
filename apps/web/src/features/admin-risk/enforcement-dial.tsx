"use client";

import type { RiskEnforcement } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Meter } from "@smplat/ui/meter";
import { SelectField } from "@smplat/ui/select-field";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useCopy } from "#i18n/copy.tsx";

const steps = [0, 10, 25, 50, 75, 100] as const;

interface EnforcementDialProps {
  enforcement: RiskEnforcement;
  isAdmin: boolean;
}

/** How many carts decisions have an effect on; the others are only written down. */
export function EnforcementDial({ enforcement, isAdmin }: EnforcementDialProps) {
  const t = useCopy("admin-risk");
  const router = useRouter();
  const [percent, setPercent] = useState(enforcement.percent);
  const [asking, setAsking] = useState(false);
  const turn = async (reason: string) => {
    await browserApi.adminRisk.setEnforcement({ body: { percent, version: enforcement.version, reason } });
    toast.success(t("dial.done", { percent }));
    setAsking(false);
    startTransition(() => router.refresh());
  };
  const choices = [...new Set([...steps, enforcement.percent])].sort((a, b) => a - b);
  return (
    <section aria-labelledby="risk-dial" className="grid max-w-prose gap-3">
      <h2 id="risk-dial" className="text-lg">
        {t("dial.title")}
      </h2>
      <p className="text-sm text-ink-muted">{t("dial.text")}</p>
      <Meter
        label={t("dial.label")}
        value={enforcement.percent}
        max={100}
        valueText={t("dial.value", { percent: enforcement.percent })}
      />
      {isAdmin ? (
        <div className="flex flex-wrap items-end gap-2">
          <SelectField
            label={t("dial.choose")}
            value={String(percent)}
            onChange={({ target }) => setPercent(Number(target.value))}
            options={choices.map((step) => ({ value: String(step), label: t("dial.value", { percent: step }) }))}
          />
          <Button variant="secondary" disabled={percent === enforcement.percent} onClick={() => setAsking(true)}>
            {t("dial.turn")}
          </Button>
        </div>
      ) : (
        <p className="text-xs text-ink-muted">{t("adminOnly")}</p>
      )}
      {asking ? (
        <ReasonDialog
          title={t("dial.askTitle", { percent })}
          text={t("dial.askText")}
          action={t("dial.turn")}
          onClose={() => setAsking(false)}
          onReason={turn}
        />
      ) : null}
    </section>
  );
}
