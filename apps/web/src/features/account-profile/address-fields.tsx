"use client";

import { SelectField, type SelectOption } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import type { UseFormReturn } from "react-hook-form";
import { useCopy } from "#i18n/copy.tsx";
import { hasAddress, type ProfileValues } from "./profile-values.ts";

interface AddressFieldsProps {
  form: UseFormReturn<ProfileValues>;
  countries: readonly SelectOption[];
}

/** The address is filled in as a whole or left out as a whole. */
export function AddressFields({ form, countries }: AddressFieldsProps) {
  const t = useCopy("account");
  const { errors } = form.formState;
  const optionalLabel = t("profile.optional");
  const whole = {
    validate: (value: string, values: ProfileValues) =>
      !hasAddress(values) || value.trim() !== "" || t("profile.required"),
  };
  const field = (name: keyof ProfileValues, autoComplete: string, maxLength: number, rules = {}) => ({
    ...form.register(name, { ...rules, maxLength }),
    maxLength,
    autoComplete,
    optionalLabel,
    error: errors[name]?.message,
  });
  return (
    <fieldset className="grid gap-4">
      <legend className="display pb-1 text-xl">{t("profile.billing")}</legend>
      <p className="text-sm text-ink-muted">{t("profile.addressHint")}</p>
      <SelectField
        {...form.register("country", whole)}
        label={t("profile.country")}
        autoComplete="billing country"
        optionalLabel=""
        options={[{ value: "", label: t("profile.countryPlaceholder") }, ...countries]}
        error={errors.country?.message}
      />
      <TextField {...field("line1", "billing address-line1", 120, whole)} optionalLabel="" label={t("profile.line1")} />
      <TextField {...field("line2", "billing address-line2", 120)} label={t("profile.line2")} />
      <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <TextField
          {...field("postalCode", "billing postal-code", 20, whole)}
          optionalLabel=""
          label={t("profile.postalCode")}
        />
        <TextField {...field("city", "billing address-level2", 80, whole)} optionalLabel="" label={t("profile.city")} />
      </div>
      <TextField {...field("company", "billing organization", 120)} label={t("profile.company")} />
      <TextField {...field("taxId", "off", 20)} label={t("profile.taxId")} hint={t("profile.taxIdHint")} />
    </fieldset>
  );
}
