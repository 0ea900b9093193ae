"use client";

import type { DryRunResult, Provider } from "@smplat/contracts";
import { platforms } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { Disclosure } from "@smplat/ui/disclosure";
import { TextField } from "@smplat/ui/text-field";
import { useRouter } from "next/navigation";
import { type FormEvent, startTransition, useRef, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { useCopy } from "#i18n/copy.tsx";
import { ConfigField } from "./config-field.tsx";
import { DryRunReport } from "./dry-run-report.tsx";
import { jsonProblem, secretNamesIn } from "./read-config.ts";
import { SecretFields, typedSecrets } from "./secret-fields.tsx";
import { TaskProblem } from "./task-problem.tsx";
import { useFaults } from "./use-faults.ts";
import { useTask } from "./use-task.ts";

/**
 * Name, limit, configuration and secrets of a supplier. What is typed stands on what was read, also when the page is
 * drawn anew: somebody else's change is a conflict, never overwritten and never put under the typist's fingers.
 */
export function ProviderSettings({ provider }: { provider: Provider }) {
  const t = useCopy("providers");
  const [base, setBase] = useState(provider);
  return (
    <Disclosure summary={t("settings.title")}>
      <SettingsForm key={base.version} provider={base} onBase={setBase} />
    </Disclosure>
  );
}

interface SettingsFormProps {
  provider: Provider;
  /** Begins anew from this. */
  onBase: (provider: Provider) => void;
}

/** A changed configuration is tried before it can be saved. */
function SettingsForm({ provider, onBase }: SettingsFormProps) {
  const t = useCopy("providers");
  const [config, setConfig] = useState(provider.config);
  const { submit, loadNewest, trial, isTried, task } = useSettings(provider, config, onBase);
  const form = useRef<HTMLFormElement>(null);
  const errorAt = useFaults(form, task.problem);
  return (
    <form ref={form} className="grid gap-4" onSubmit={submit}>
      <TextField
        label={t("settings.name")}
        error={errorAt("name")}
        name="name"
        defaultValue={provider.name}
        maxLength={80}
      />
      <TextField
        label={t("settings.maxInFlight")}
        error={errorAt("maxInFlight")}
        hint={t("settings.maxInFlightHint")}
        optionalLabel={t("optional")}
        name="maxInFlight"
        type="number"
        min={1}
        defaultValue={provider.maxInFlight ?? ""}
      />
      {provider.kind === "manual" ? null : <ConfigField value={config} onChange={setConfig} />}
      <SecretFields names={secretNamesIn(config)} stored={provider.secrets.map(({ name }) => name)} />
      <div aria-live="polite">{trial === null ? null : <DryRunReport result={trial} />}</div>
      <TaskProblem problem={task.problem} onNewest={loadNewest} />
      {isTried ? null : <p className="text-sm">{t("settings.tryFirst")}</p>}
      <div>
        <Button type="submit" loadingLabel={task.working ? t("working") : undefined}>
          {isTried ? t("settings.save") : t("settings.try")}
        </Button>
      </div>
    </form>
  );
}

interface Trial {
  readonly config: string;
  readonly result: DryRunResult;
}

function useSettings(provider: Provider, config: string, onBase: SettingsFormProps["onBase"]) {
  const t = useCopy("providers");
  const router = useRouter();
  const task = useTask();
  const [trial, setTrial] = useState<Trial | null>(null);
  const current = trial?.config === config ? trial.result : null;
  const isTried = config === provider.config || current?.problems.length === 0;
  const params = { providerId: provider.id };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (jsonProblem(config) !== null) return;
    const form = new FormData(event.currentTarget);
    const secrets = typedSecrets(form);
    return task.run(async () => {
      if (!isTried) {
        const result = await browserApi.adminProviders.dryRun({ params, body: { ...sampleOf(provider), config } });
        const missingSecrets = result.missingSecrets.filter((name) => !Object.hasOwn(secrets, name));
        setTrial({ config, result: { ...result, missingSecrets } });
        return;
      }
      onBase(await browserApi.adminProviders.update({ params, body: draftOf(provider, form, config, secrets) }));
      toast.success(t("settings.saved"));
      startTransition(() => router.refresh());
    });
  };
  const loadNewest = () => task.run(async () => onBase(await browserApi.adminProviders.get({ params })));
  return { submit, loadNewest, trial: current, isTried, task };
}

/** A line to try a configuration with: nobody is called, so any will do. */
const sampleOf = ({ services }: Provider) => ({
  service: services[0]?.service ?? "sample",
  quantity: 100,
  platform: platforms[0],
  handle: "sample",
  hours: 24,
  live: false,
});

function draftOf(provider: Provider, form: FormData, config: string, secrets: Record<string, string>) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    name: text("name"),
    kind: provider.kind,
    currency: provider.currency,
    config,
    maxInFlight: text("maxInFlight") === "" ? null : Number(text("maxInFlight")),
    version: provider.version,
    ...(Object.keys(secrets).length === 0 ? {} : { secrets }),
  };
}
