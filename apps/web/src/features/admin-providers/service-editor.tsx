"use client";

import type { Provider, ProviderService } from "@smplat/contracts";
import { currencies } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { CheckboxField } from "@smplat/ui/checkbox-field";
import { Drawer } from "@smplat/ui/drawer";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import { useRouter } from "next/navigation";
import { type FormEvent, startTransition, useId, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { useCopy } from "#i18n/copy.tsx";
import { CostFields } from "./cost-fields.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { costOf, type LimitsDraft, limitsOf } from "./service-draft.ts";
import { ServiceTrial } from "./service-trial.tsx";
import { TaskProblem } from "./task-problem.tsx";
import { type ErrorAt, useFaults } from "./use-faults.ts";
import { useTask } from "./use-task.ts";

interface ServiceEditorProps {
  provider: Pick<Provider, "id" | "currency">;
  /** Null for a new one. */
  service: ProviderService | null;
  onClose: () => void;
}

/** What a service is called, costs, promises and refuses, and a line to hold it against before it is saved. */
export function ServiceEditor({ provider, service, onClose }: ServiceEditorProps) {
  const t = useCopy("providers");
  const formId = useId();
  const [limits, setLimits] = useState<LimitsDraft>(() => limitsOf(service));
  const [currency, setCurrency] = useState(service?.currency ?? provider.currency);
  const { save, task, loadNewest } = useSave(provider.id, service, { limits, currency }, onClose);
  const form = useRef<HTMLFormElement>(null);
  const rules = useMemo(() => limits.rules.map(({ value }) => value.rule), [limits.rules]);
  const errorAt = useFaults(form, task.problem, rules);
  // Another number of rows moves what the refusal spoke of to another place.
  const changeLimits = (next: LimitsDraft) => {
    if (rowsOf(next) !== rowsOf(limits)) task.dismiss();
    setLimits(next);
  };
  return (
    <Drawer
      open
      onClose={onClose}
      title={service === null ? t("editor.addService") : t("editor.title", { service: service.title })}
      closeLabel={t("editor.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("editor.close")}
          </Button>
          <Button type="submit" form={formId} loadingLabel={task.working ? t("working") : undefined}>
            {t("editor.save")}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <form ref={form} id={formId} className="grid gap-4" onSubmit={save}>
          {service === null ? (
            <TextField
              label={t("editor.code")}
              hint={t("editor.codeHint")}
              error={errorAt("service")}
              name="service"
              maxLength={80}
            />
          ) : null}
          <TextField
            label={t("editor.name")}
            error={errorAt("title")}
            name="title"
            maxLength={120}
            defaultValue={service?.title}
          />
          <CheckboxField label={t("editor.isActive")} name="isActive" defaultChecked={service?.isActive ?? true} />
          <SelectField
            label={t("settings.currency")}
            value={currency}
            options={currencies.map((value) => ({ value, label: value }))}
            onChange={({ target }) => setCurrency(currencies.find((known) => known === target.value) ?? currency)}
          />
          <CostFields
            cost={limits.cost}
            currency={currency}
            errorAt={errorAt}
            onChange={(cost) => changeLimits({ ...limits, cost })}
          />
          <RuleFields
            rules={limits.rules}
            errorAt={errorAt}
            onChange={(next) => changeLimits({ ...limits, rules: next })}
          />
          <Cadence service={service} errorAt={errorAt} />
          <TaskProblem problem={task.problem} rules={rules} onNewest={loadNewest} />
        </form>
        <ServiceTrial providerId={provider.id} limits={limits} currency={currency} />
      </div>
    </Drawer>
  );
}

const rowsOf = ({ cost, rules }: LimitsDraft) => `${cost.model} ${cost.tiers.length} ${rules.length}`;

function Cadence({ service, errorAt }: Pick<ServiceEditorProps, "service"> & { errorAt: ErrorAt }) {
  const t = useCopy("providers");
  const times = [
    { name: "startsWithinHours", hours: service?.startsWithinHours ?? 24 },
    { name: "deliversWithinHours", hours: service?.deliversWithinHours ?? 72 },
  ] as const;
  return (
    <div className="grid grid-cols-2 items-end gap-3">
      {times.map(({ name, hours }) => (
        <TextField
          key={name}
          label={t(`editor.${name}`)}
          error={errorAt(name)}
          name={name}
          type="number"
          min={1}
          max={10_000}
          defaultValue={hours}
        />
      ))}
    </div>
  );
}

function useSave(
  providerId: string,
  service: ProviderService | null,
  draft: { readonly limits: LimitsDraft; readonly currency: Provider["currency"] },
  onDone: () => void,
) {
  const t = useCopy("providers");
  const router = useRouter();
  const task = useTask();
  // The page behind draws itself anew; what is typed here was begun from this version.
  const [version] = useState(service?.version ?? null);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const body = {
      title: text("title"),
      isActive: form.get("isActive") !== null,
      cost: costOf(draft.limits.cost),
      currency: draft.currency,
      rules: draft.limits.rules.map((rule) => rule.value),
      startsWithinHours: Number(text("startsWithinHours")),
      deliversWithinHours: Number(text("deliversWithinHours")),
      version,
    };
    const params = { providerId, service: service?.service ?? text("service") };
    return task.run(async () => {
      await browserApi.adminProviders.saveService({ params, body });
      toast.success(t("editor.saved"));
      loadNewest();
    });
  };
  const loadNewest = () => {
    onDone();
    startTransition(() => router.refresh());
  };
  return { save, task, loadNewest };
}
