"use client";

import type { Provider } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { Disclosure } from "@smplat/ui/disclosure";
import { TextArea } from "@smplat/ui/text-area";
import { TextField } from "@smplat/ui/text-field";
import { useRouter } from "next/navigation";
import { type FormEvent, startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { FieldProblems } from "./field-problems.tsx";

/** Name, limit, configuration and secrets of a supplier. Secrets can be written, never read. */
export function ProviderSettings({ provider }: { provider: Provider }) {
  const t = useCopy("providers");
  const { save, working, problem } = useSave(provider);
  const fields = problem instanceof ApiProblem ? (problem.problem.fields ?? []) : [];
  return (
    <Disclosure summary={t("settings.title")}>
      <form className="grid gap-4" onSubmit={save}>
        <TextField label={t("settings.name")} name="name" defaultValue={provider.name} maxLength={80} />
        <TextField
          label={t("settings.maxInFlight")}
          hint={t("settings.maxInFlightHint")}
          optionalLabel={t("optional")}
          name="maxInFlight"
          type="number"
          min={1}
          defaultValue={provider.maxInFlight ?? ""}
        />
        {provider.secrets.map(({ name }) => (
          <TextField
            key={name}
            label={t("settings.secret", { name })}
            hint={t("settings.secretHint")}
            optionalLabel={t("optional")}
            name={`secret:${name}`}
            type="password"
            autoComplete="off"
          />
        ))}
        <TextArea
          label={t("settings.config")}
          hint={t("settings.configHint")}
          name="config"
          rows={14}
          className="max-h-128 overflow-auto font-mono text-xs"
          spellCheck={false}
          defaultValue={provider.config}
        />
        <FieldProblems fields={fields} />
        {problem === null ? null : <ProblemNotice error={problem} />}
        <div>
          <Button type="submit" loadingLabel={working ? t("working") : undefined}>
            {t("settings.save")}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}

function useSave(provider: Provider) {
  const t = useCopy("providers");
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setWorking(true);
    setProblem(null);
    try {
      const params = { providerId: provider.id };
      await browserApi.adminProviders.update({ params, body: draftOf(provider, form) });
      toast.success(t("settings.saved"));
      startTransition(() => router.refresh());
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { save, working, problem };
}

function draftOf(provider: Provider, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const secrets = Object.fromEntries(
    provider.secrets.map(({ name }) => [name, text(`secret:${name}`)]).filter(([, secret]) => secret !== ""),
  );
  return {
    name: text("name"),
    kind: provider.kind,
    currency: provider.currency,
    config: text("config"),
    maxInFlight: text("maxInFlight") === "" ? null : Number(text("maxInFlight")),
    version: provider.version,
    ...(Object.keys(secrets).length === 0 ? {} : { secrets }),
  };
}
