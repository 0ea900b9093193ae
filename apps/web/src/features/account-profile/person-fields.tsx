"use client";

import { currencies, locales } from "@smplat/contracts/vocabulary";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import type { UseFormReturn } from "react-hook-form";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import type { ProfileValues } from "./profile-values.ts";

export function PersonFields({ form, email }: { form: UseFormReturn<ProfileValues>; email: string }) {
  const t = useCopy("account");
  const shell = useCopy("shell");
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  const { errors } = form.formState;
  return (
    <fieldset className="grid gap-4">
      <legend className="display pb-3 text-xl">{t("profile.person")}</legend>
      <TextField
        label={t("profile.email")}
        hint={t("profile.emailHint")}
        type="email"
        value={email}
        readOnly
        autoComplete="email"
      />
      <TextField
        {...form.register("name", { required: t("profile.required"), maxLength: 120 })}
        maxLength={120}
        autoComplete="name"
        label={t("profile.name")}
        error={errors.name?.message}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          {...form.register("locale")}
          label={t("profile.locale")}
          options={locales.map((value) => ({ value, label: shell(`language.${value}`) }))}
          error={errors.locale?.message}
        />
        <SelectField
          {...form.register("currency")}
          label={t("profile.currency")}
          options={currencies.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }))}
          error={errors.currency?.message}
        />
      </div>
    </fieldset>
  );
}
