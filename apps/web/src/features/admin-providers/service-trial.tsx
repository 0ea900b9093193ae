"use client";

import type { Provider, ServicePreview } from "@smplat/contracts";
import { platforms } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { SelectField } from "@smplat/ui/select-field";
import { StatusPill } from "@smplat/ui/status-pill";
import { TextField } from "@smplat/ui/text-field";
import { type FormEvent, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { formatMoney } from "#components/money.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { costOf, type LimitsDraft, wordsIn } from "./service-draft.ts";
import { TaskProblem } from "./task-problem.tsx";
import { useTask } from "./use-task.ts";

interface ServiceTrialProps {
  providerId: string;
  limits: LimitsDraft;
  currency: Provider["currency"];
}

/** Holds what is typed against a line, as the router would: each rule with its outcome, and the cost. */
export function ServiceTrial({ providerId, limits, currency }: ServiceTrialProps) {
  const t = useCopy("providers");
  const task = useTask();
  const [preview, setPreview] = useState<ServicePreview | null>(null);
  const hold = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const line = lineOf(new FormData(event.currentTarget));
    const body = { cost: costOf(limits.cost), rules: limits.rules.map((rule) => rule.value), line };
    return task.run(async () =>
      setPreview(await browserApi.adminProviders.previewService({ params: { providerId }, body })),
    );
  };
  return (
    <form className="grid gap-3 border-t border-line pt-4" onSubmit={hold}>
      <h3 className="text-base">{t("trial.title")}</h3>
      <p className="text-sm text-ink-muted">{t("trial.lead")}</p>
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={t("dryRun.platform")}
          name="platform"
          optionalLabel={t("optional")}
          options={[
            { value: "", label: t("noChannel") },
            ...platforms.map((platform) => ({ value: platform, label: platform })),
          ]}
        />
        <TextField label={t("trial.country")} name="country" defaultValue="DE" pattern="[A-Za-z]{2}" maxLength={2} />
        <TextField label={t("trial.quantity")} name="quantity" type="number" min={1} defaultValue={100} />
        <TextField label={t("dryRun.hours")} name="hours" type="number" min={1} max={10_000} defaultValue={24} />
      </div>
      <TextField
        label={t("trial.options")}
        hint={t("editor.optionsHint")}
        optionalLabel={t("optional")}
        name="options"
      />
      <TaskProblem problem={task.problem} rules={limits.rules.map(({ value }) => value.rule)} />
      <div>
        <Button type="submit" size="small" variant="secondary" loadingLabel={task.working ? t("working") : undefined}>
          {t("trial.run")}
        </Button>
      </div>
      <div aria-live="polite">{preview === null ? null : <Trace preview={preview} currency={currency} />}</div>
    </form>
  );
}

function Trace({ preview, currency }: { preview: ServicePreview; currency: Provider["currency"] }) {
  const t = useCopy("providers");
  const locale = useLocale();
  const cost = formatMoney({ amountMinor: preview.costMinor, currency }, locale);
  const ruleName = (rule: string) => t(`editor.rules.${rule}` as Parameters<typeof t>[0]);
  return (
    <div className="grid gap-2 text-sm">
      <p className="font-semibold">{preview.isEligible ? t("trial.eligible", { cost }) : t("trial.refused")}</p>
      <ul className="grid gap-1">
        {preview.rules.map(({ rule, passed, why }) => (
          <li key={`${rule} ${why}`} className="flex flex-wrap items-baseline gap-x-2">
            <StatusPill tone={passed ? "success" : "critical"}>{t(passed ? "trial.holds" : "trial.fails")}</StatusPill>
            <span className="font-semibold">{ruleName(rule)}</span>
            <span className="text-ink-muted wrap-anywhere">{why}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function lineOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    platform: platforms.find((known) => known === text("platform")) ?? null,
    country: text("country").toUpperCase(),
    options: wordsIn(text("options")),
    quantity: Number(text("quantity")),
    hours: Number(text("hours")),
  };
}
