"use client";

import { type Platform, platforms } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { SelectField } from "@smplat/ui/select-field";
import { TextArea } from "@smplat/ui/text-area";
import { TextField } from "@smplat/ui/text-field";
import { type FormEvent, useId, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";

interface OverrideFormProps {
  onClose: () => void;
  onDone: () => void;
}

const lives = ["1", "7", "14", "30"] as const;
const dayMs = 86_400_000;
const required = ["handle", "followers", "evidenceText", "reason"] as const;
type Required = (typeof required)[number];

/** Enters counts somebody saw, with what proves it; a colleague confirms them. */
export function OverrideForm({ onClose, onDone }: OverrideFormProps) {
  const t = useCopy("admin-validation");
  const names = useCopy("shell");
  const formId = useId();
  const { submit, working, problem, missing } = useEntry(onDone);
  const errorOf = (field: Required) => (missing.has(field) ? t(`form.required.${field}`) : undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("form.title")}
      closeLabel={t("form.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("form.back")}
          </Button>
          <Button type="submit" form={formId} loadingLabel={working ? t("working") : undefined}>
            {t("form.submit")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-3">
        <p className="text-sm text-ink-muted">{t("form.lead")}</p>
        <SelectField
          name="platform"
          label={t("platform")}
          options={platforms.map((platform) => ({ value: platform, label: names(`platforms.${platform}`) }))}
        />
        <TextField name="handle" label={t("handle")} autoCapitalize="none" maxLength={300} error={errorOf("handle")} />
        <TextField name="followers" label={t("form.followers")} inputMode="numeric" error={errorOf("followers")} />
        <TextField name="evidenceUrl" type="url" label={t("form.evidenceUrl")} optionalLabel={t("form.optional")} />
        <TextArea
          name="evidenceText"
          label={t("form.evidenceText")}
          hint={t("form.evidenceHint")}
          rows={3}
          maxLength={2000}
          error={errorOf("evidenceText")}
        />
        <TextField name="reason" label={t("form.reason")} maxLength={500} error={errorOf("reason")} />
        <SelectField
          name="days"
          label={t("form.days")}
          defaultValue="14"
          options={lives.map((days) => ({ value: days, label: t(`form.lives.${days}`) }))}
        />
        {problem === null ? null : <ProblemNotice error={problem} details />}
      </form>
    </Dialog>
  );
}

function useEntry(onDone: () => void) {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [missing, setMissing] = useState<ReadonlySet<Required>>(new Set());
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? "").trim();
    const followers = read("followers").replace(/[\s.,']/g, "");
    const isLacking: Readonly<Record<Required, boolean>> = {
      handle: read("handle") === "",
      followers: !/^\d{1,10}$/.test(followers),
      evidenceText: read("evidenceText").length < 10,
      reason: read("reason").length < 3,
    };
    const lacking = required.filter((field) => isLacking[field]);
    setMissing(new Set(lacking));
    if (lacking.length > 0) return;
    setWorking(true);
    setProblem(null);
    try {
      const { clock } = await browserApi.health.livez({});
      const url = read("evidenceUrl");
      // Business time runs on from the server's clock, which in a demo is not the browser's.
      const businessMs = Date.parse(clock.business) + (Date.now() - Date.parse(clock.wall)) * clock.rate;
      await browserApi.adminMetrics.attest({
        idempotencyKey: crypto.randomUUID(),
        body: {
          platform: read("platform") as Platform,
          handle: read("handle"),
          followers: Number(followers),
          evidenceText: read("evidenceText"),
          reason: read("reason"),
          expiresAt: new Date(businessMs + Number(read("days")) * dayMs).toISOString(),
          ...(url === "" ? {} : { evidenceUrl: url }),
        },
      });
      onDone();
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { submit, working, problem, missing };
}
