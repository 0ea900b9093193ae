"use client";

import type { OperatorProduct, ProviderService } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Drawer } from "@smplat/ui/drawer";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import { useRouter } from "next/navigation";
import { type FormEvent, startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { type Mapping, mappingName, targetOf } from "./mapping.ts";
import { TaskProblem } from "./task-problem.tsx";
import { useTask } from "./use-task.ts";

interface MappingEditorProps {
  providerId: string;
  service: ProviderService;
  products: readonly OperatorProduct[];
  onClose: () => void;
}

/** Which products and service keys a service serves, in which order and at how many of its units an item. */
export function MappingEditor({ providerId, service, products, onClose }: MappingEditorProps) {
  const t = useCopy("providers");
  const locale = useLocale();
  const { task, assign, remove } = useMappings(providerId, service.service);
  return (
    <Drawer
      open
      onClose={onClose}
      title={t("mapping.title", { service: service.title })}
      closeLabel={t("editor.close")}
    >
      <div className="grid gap-5">
        <p className="text-sm text-ink-muted">{t("mapping.lead")}</p>
        {service.serves.length === 0 ? <p className="text-sm">{t("mapping.none")}</p> : null}
        <ul className="grid gap-2">
          {service.serves.map((mapping) => {
            const name = mappingName(mapping, products, locale);
            return (
              <li
                key={`${mapping.productId} ${mapping.serviceKey}`}
                className="flex flex-wrap items-center justify-between gap-2 rounded-md border border-line p-2"
              >
                <span className="grid min-w-0">
                  <span className="font-semibold wrap-anywhere">{name}</span>
                  <span className="text-xs text-ink-muted">
                    {t("mapping.terms", { units: mapping.unitsPerItem, priority: mapping.priority })}
                  </span>
                </span>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t("mapping.removeOf", { name })}
                  onClick={() => remove(mapping)}
                >
                  {t("mapping.remove")}
                </Button>
              </li>
            );
          })}
        </ul>
        <TaskProblem problem={task.problem} />
        <AssignForm products={products} working={task.working} onAssign={assign} />
      </div>
    </Drawer>
  );
}

interface AssignFormProps {
  products: readonly OperatorProduct[];
  working: boolean;
  onAssign: (mapping: Mapping) => void;
}

function AssignForm({ products, working, onAssign }: AssignFormProps) {
  const t = useCopy("providers");
  const locale = useLocale();
  const [kind, setKind] = useState<"product" | "service-key">("service-key");
  const assign = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const target = String(form.get("target") ?? "").trim();
    onAssign({
      productId: kind === "product" ? target : null,
      serviceKey: kind === "service-key" ? target : null,
      unitsPerItem: Number(form.get("unitsPerItem")),
      priority: Number(form.get("priority")),
    });
  };
  return (
    <form className="grid gap-3 border-t border-line pt-4" onSubmit={assign}>
      <h3 className="text-base">{t("mapping.add")}</h3>
      <p className="text-sm text-ink-muted">{t("mapping.addHint")}</p>
      <SelectField
        label={t("mapping.kind")}
        value={kind}
        onChange={({ target }) => setKind(target.value === "product" ? "product" : "service-key")}
        options={(["service-key", "product"] as const).map((value) => ({ value, label: t(`mapping.kinds.${value}`) }))}
      />
      {kind === "product" ? (
        <SelectField
          label={t("mapping.kinds.product")}
          name="target"
          options={products.map(({ id, title }) => ({ value: id, label: title[locale] }))}
        />
      ) : (
        <TextField
          label={t("mapping.kinds.service-key")}
          hint={t("mapping.keyHint")}
          name="target"
          maxLength={60}
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <TextField label={t("mapping.units")} name="unitsPerItem" type="number" min={1} defaultValue={1} />
        <TextField label={t("mapping.priority")} name="priority" type="number" min={1} max={1_000} defaultValue={1} />
      </div>
      <div>
        <Button type="submit" loadingLabel={working ? t("working") : undefined}>
          {t("mapping.assign")}
        </Button>
      </div>
    </form>
  );
}

function useMappings(providerId: string, service: string) {
  const t = useCopy("providers");
  const router = useRouter();
  const task = useTask();
  const params = { providerId, service };
  const done = (words: string) => {
    toast.success(words);
    startTransition(() => router.refresh());
  };
  const assign = (mapping: Mapping) =>
    task.run(async () => {
      const { unitsPerItem, priority } = mapping;
      const body = { target: targetOf(mapping), unitsPerItem, priority };
      await browserApi.adminProviders.mapService({ params, body });
      done(t("mapping.assigned"));
    });
  const remove = (mapping: Mapping) =>
    task.run(async () => {
      await browserApi.adminProviders.unmapService({ params, body: { target: targetOf(mapping) } });
      done(t("mapping.removed"));
    });
  return { task, assign, remove };
}
