"use client";

import type { DryRunResult } from "@smplat/contracts";
import { platforms } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { CheckboxField } from "@smplat/ui/checkbox-field";
import { Disclosure } from "@smplat/ui/disclosure";
import { SelectField } from "@smplat/ui/select-field";
import { TextArea } from "@smplat/ui/text-area";
import { TextField } from "@smplat/ui/text-field";
import { type FormEvent, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { DryRunReport } from "./dry-run-report.tsx";

interface DryRunProps {
  providerId: string;
  services: readonly string[];
}

/** Tries the configuration: shows the submit as it would go out and reads a sample answer. Nothing is submitted. */
export function DryRun({ providerId, services }: DryRunProps) {
  const t = useCopy("providers");
  const { run, working, problem, result } = useDryRun(providerId);
  return (
    <Disclosure summary={t("dryRun.title")}>
      <form className="grid gap-4" onSubmit={run}>
        <p className="text-sm">{t("dryRun.lead")}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t("column.service")}
            name="service"
            options={services.map((service) => ({ value: service, label: service }))}
          />
          <TextField label={t("dryRun.quantity")} name="quantity" type="number" min={1} defaultValue={2000} />
          <SelectField
            label={t("dryRun.platform")}
            name="platform"
            options={platforms.map((platform) => ({ value: platform, label: platform }))}
          />
          <TextField label={t("dryRun.handle")} name="handle" defaultValue="sample" maxLength={120} />
          <TextField label={t("dryRun.hours")} name="hours" type="number" min={1} defaultValue={24} />
        </div>
        <TextArea
          label={t("dryRun.config")}
          hint={t("dryRun.configHint")}
          optionalLabel={t("optional")}
          name="config"
          rows={3}
          className="max-h-80 overflow-auto font-mono text-xs"
          spellCheck={false}
        />
        <TextArea
          label={t("dryRun.answer")}
          hint={t("dryRun.answerHint")}
          optionalLabel={t("optional")}
          name="answer"
          rows={3}
          className="max-h-80 overflow-auto font-mono text-xs"
          spellCheck={false}
        />
        <CheckboxField label={t("dryRun.live")} name="live" />
        {problem === null ? null : <ProblemNotice error={problem} details />}
        <div>
          <Button type="submit" variant="secondary" loadingLabel={working ? t("working") : undefined}>
            {t("dryRun.run")}
          </Button>
        </div>
        <div aria-live="polite">{result === null ? null : <DryRunReport result={result} />}</div>
      </form>
    </Disclosure>
  );
}

function useDryRun(providerId: string) {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [result, setResult] = useState<DryRunResult | null>(null);
  const run = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setWorking(true);
    setProblem(null);
    try {
      setResult(await browserApi.adminProviders.dryRun({ params: { providerId }, body: requestOf(form) }));
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { run, working, problem, result };
}

function requestOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const platform = platforms.find((known) => known === text("platform")) ?? platforms[0];
  const [config, answer] = [text("config"), text("answer")];
  return {
    service: text("service"),
    quantity: Number(text("quantity")),
    platform,
    handle: text("handle"),
    hours: Number(text("hours")),
    live: form.get("live") !== null,
    ...(config === "" ? {} : { config }),
    ...(answer === "" ? {} : { answer }),
  };
}
