"use client";

import { Badge } from "@smplat/ui/badge";
import { Button } from "@smplat/ui/button";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import type { ConfigurableProduct } from "./configuration.ts";

interface PresetsProps {
  product: ConfigurableProduct;
  applied: string | null;
  onApply: (key: string) => void;
  onClear: () => void;
}

/** Configurations made by us: a start, not a cage. */
export function Presets({ product, applied, onApply, onClear }: PresetsProps) {
  const t = useCopy("product");
  const number = new Intl.NumberFormat(useLocale());
  if (product.presets.length === 0) return null;
  return (
    <section aria-labelledby="presets-title" className="grid gap-3">
      <div>
        <h2 id="presets-title" className="text-xl">
          {t("presets.title")}
        </h2>
        <p className="text-sm text-ink-muted">{t("presets.hint")}</p>
      </div>
      <ul className="grid gap-3 sm:grid-cols-2">
        {product.presets.map((preset) => (
          <li
            key={preset.key}
            className={`grid content-start gap-1.5 rounded-md border bg-surface p-4 ${applied === preset.key ? "border-accent" : "border-line"}`}
          >
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {preset.name}
              {preset.badge === null ? null : <Badge tone="accent">{preset.badge}</Badge>}
            </p>
            <p className="text-sm text-ink-muted">{preset.summary}</p>
            <p className="figures text-sm">
              {t("presets.quantity", { count: number.format(preset.quantity), unit: product.unit })}
            </p>
            <Button
              size="small"
              variant="secondary"
              aria-pressed={applied === preset.key}
              onClick={() => onApply(preset.key)}
              className="mt-1 w-fit"
            >
              {applied === preset.key ? t("presets.applied") : t("presets.apply")}
              <span className="sr-only"> {preset.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {applied === null ? null : (
        <Button variant="quiet" size="small" onClick={onClear} className="w-fit">
          {t("presets.clear")}
        </Button>
      )}
    </section>
  );
}
