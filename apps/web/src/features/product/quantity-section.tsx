"use client";

import { QuantityField } from "@smplat/ui/quantity-field";
import { useState } from "react";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { type ConfigurableProduct, fitQuantity } from "./configuration.ts";

const basis = 10_000;

interface QuantitySectionProps {
  product: ConfigurableProduct;
  quantity: number;
  onChange: (quantity: number) => void;
}

/** How much of it; the steps at which one unit gets cheaper are buttons that set the quantity. */
export function QuantitySection({ product, quantity, onChange }: QuantitySectionProps) {
  const t = useCopy("product");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const { minimum, maximum, step } = product.quantity;
  // While somebody types, the field holds what is typed; the price follows the nearest quantity that can be ordered.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <section className="grid gap-3">
      <QuantityField
        label={<span className="display text-xl">{t("quantity.label")}</span>}
        hint={`${t(step === 1 ? "quantity.range" : "quantity.hint", {
          minimum: number.format(minimum),
          maximum: number.format(maximum),
          step: number.format(step),
        })} ${t("quantity.unit", { unit: product.unit })}`}
        decreaseLabel={t("quantity.less")}
        increaseLabel={t("quantity.more")}
        min={minimum}
        max={maximum}
        step={step}
        value={typed ?? quantity}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.value !== "") onChange(fitQuantity(product.quantity, target.valueAsNumber));
        }}
        onBlur={() => setTyped(null)}
      />
      {product.volumeTiers.length > 0 ? (
        <div className="grid gap-1.5">
          <p className="text-sm text-ink-muted">{t("quantity.tiers")}</p>
          <ul className="flex flex-wrap gap-2">
            {product.volumeTiers.map((tier) => (
              <li key={tier.fromQuantity}>
                <button
                  type="button"
                  aria-pressed={quantity >= tier.fromQuantity}
                  onClick={() => {
                    setTyped(null);
                    onChange(fitQuantity(product.quantity, tier.fromQuantity));
                  }}
                  className="figures min-h-(--control-height-small) cursor-pointer rounded-full border border-line-strong px-3 text-sm hover:bg-surface-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
                >
                  {t("quantity.tier", {
                    discount: percent.format(tier.discountBp / basis),
                    quantity: number.format(tier.fromQuantity),
                  })}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
