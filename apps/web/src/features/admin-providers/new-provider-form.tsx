"use client";

import type { Provider } from "@smplat/contracts";
import { currencies } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { useCopy } from "#i18n/copy.tsx";
import { ConfigField } from "./config-field.tsx";
import { jsonProblem, secretNamesIn } from "./read-config.ts";
import { SecretFields, typedSecrets } from "./secret-fields.tsx";
import { starterConfig } from "./starter-config.ts";
import { TaskProblem } from "./task-problem.tsx";
import { useFaults } from "./use-faults.ts";
import { useTask } from "./use-task.ts";

type Kind = Provider["kind"];

/** Adds a supplier and goes to its page. */
export function NewProviderForm({ listHref }: { listHref: string }) {
  const t = useCopy("providers");
  const router = useRouter();
  const task = useTask();
  const [kind, setKind] = useState<Kind>("http");
  const [config, setConfig] = useState(starterConfig);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (kind === "http" && jsonProblem(config) !== null) return;
    const body = draftOf(new FormData(event.currentTarget), kind, config);
    return task.run(async () => {
      const { id } = await browserApi.adminProviders.create({ body });
      router.push(`${listHref}/${id}`);
    });
  };
  const form = useRef<HTMLFormElement>(null);
  const errorAt = useFaults(form, task.problem);
  return (
    <form ref={form} className="grid gap-4" onSubmit={add}>
      <TextField label={t("settings.name")} error={errorAt("name")} name="name" maxLength={80} />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <SelectField
          label={t("facts.kind")}
          value={kind}
          onChange={({ target }) => setKind(target.value === "manual" ? "manual" : "http")}
          options={(["http", "manual"] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <SelectField
          label={t("settings.currency")}
          name="currency"
          options={currencies.map((value) => ({ value, label: value }))}
        />
        <TextField
          label={t("settings.maxInFlight")}
          error={errorAt("maxInFlight")}
          optionalLabel={t("optional")}
          name="maxInFlight"
          type="number"
          min={1}
        />
      </div>
      {kind === "manual" ? null : (
        <>
          <ConfigField value={config} onChange={setConfig} />
          <SecretFields names={secretNamesIn(config)} stored={[]} />
        </>
      )}
      <TaskProblem problem={task.problem} />
      <div>
        <Button type="submit" loadingLabel={task.working ? t("working") : undefined}>
          {t("add.action")}
        </Button>
      </div>
    </form>
  );
}

function draftOf(form: FormData, kind: Kind, config: string) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    name: text("name"),
    kind,
    currency: currencies.find((known) => known === text("currency")) ?? currencies[0],
    config: kind === "http" ? config : "{}",
    secrets: kind === "http" ? typedSecrets(form) : {},
    maxInFlight: text("maxInFlight") === "" ? null : Number(text("maxInFlight")),
  };
}
