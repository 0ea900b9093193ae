"use client";

import type { OperatorProduct, Provider, ProviderService } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { useState } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { MappingEditor } from "./mapping-editor.tsx";
import { ServiceEditor } from "./service-editor.tsx";

interface ServiceActionsProps {
  provider: Pick<Provider, "id" | "currency">;
  service: ProviderService;
  products: readonly OperatorProduct[];
}

/** What an admin can do with a service. */
export function ServiceActions({ provider, service, products }: ServiceActionsProps) {
  const t = useCopy("providers");
  const [open, setOpen] = useState<"editor" | "mappings" | null>(null);
  const close = () => setOpen(null);
  return (
    <fieldset
      aria-label={t("editor.actionsOf", { service: service.title })}
      className="mt-1 flex flex-wrap gap-1 whitespace-nowrap"
    >
      <Button size="small" variant="secondary" onClick={() => setOpen("editor")}>
        {t("editor.edit")}
      </Button>
      <Button size="small" variant="quiet" onClick={() => setOpen("mappings")}>
        {t("mapping.open")}
      </Button>
      {open === "editor" ? <ServiceEditor provider={provider} service={service} onClose={close} /> : null}
      {open === "mappings" ? (
        <MappingEditor providerId={provider.id} service={service} products={products} onClose={close} />
      ) : null}
    </fieldset>
  );
}

/** Opens an empty form for another service. */
export function AddService({ provider }: Pick<ServiceActionsProps, "provider">) {
  const t = useCopy("providers");
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
        {t("editor.addService")}
      </Button>
      {open ? <ServiceEditor provider={provider} service={null} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
