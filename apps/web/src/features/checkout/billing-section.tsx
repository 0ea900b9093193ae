"use client";

import { Icon } from "@smplat/ui/icon";
import { SelectField, type SelectOption } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import { useCopy } from "#i18n/copy.tsx";
import type { TextFieldName } from "./checkout-fields.ts";
import type { FormPart } from "./form-part.ts";

/** The country comes first, because it decides the total; what only businesses need is folded away. */
export function BillingSection({ countries, ...part }: FormPart & { countries: readonly SelectOption[] }) {
  const t = useCopy("checkout");
  const { values, errorOf, onChange, onLeave } = part;
  const field = (name: TextFieldName, autoComplete: string, maxLength: number) => ({
    id: name,
    name,
    autoComplete,
    maxLength,
    error: errorOf(name),
    value: values[name],
    onChange: ({ target }: { target: { value: string } }) => onChange(name, target.value),
    onBlur: () => onLeave(name),
  });
  const business = values["billing.company"] !== "" || values["billing.taxId"] !== "";
  return (
    <fieldset className="grid gap-4">
      <legend className="display pb-3 text-xl">{t("billing.title")}</legend>
      <SelectField
        id="billing.address.country"
        name="billing.address.country"
        autoComplete="billing country"
        label={t("billing.country")}
        hint={t("billing.countryHint")}
        error={errorOf("billing.address.country")}
        options={countries}
        value={values["billing.address.country"]}
        onChange={({ target }) => onChange("billing.address.country", target.value)}
      />
      <TextField {...field("billing.address.line1", "billing address-line1", 120)} label={t("billing.line1")} />
      <TextField
        {...field("billing.address.line2", "billing address-line2", 120)}
        label={t("billing.line2")}
        optionalLabel={t("billing.optional")}
      />
      <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <TextField
          {...field("billing.address.postalCode", "billing postal-code", 20)}
          label={t("billing.postalCode")}
        />
        <TextField {...field("billing.address.city", "billing address-level2", 80)} label={t("billing.city")} />
      </div>
      <details open={business} className="group rounded-md border border-line px-4">
        <summary className="flex cursor-pointer list-none items-center justify-between py-3 text-sm font-semibold [&::-webkit-details-marker]:hidden">
          {t("billing.business")}
          <Icon name="chevron-down" className="text-ink-muted transition-transform group-open:rotate-180" />
        </summary>
        <div className="grid gap-4 pb-4">
          <TextField
            {...field("billing.company", "billing organization", 120)}
            label={t("billing.company")}
            optionalLabel={t("billing.optional")}
          />
          <TextField
            {...field("billing.taxId", "off", 20)}
            label={t("billing.taxId")}
            hint={t("billing.taxIdHint")}
            optionalLabel={t("billing.optional")}
          />
        </div>
      </details>
    </fieldset>
  );
}
