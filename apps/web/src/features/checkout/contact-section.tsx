"use client";

import { TextField } from "@smplat/ui/text-field";
import { useCopy } from "#i18n/copy.tsx";
import type { FormPart } from "./form-part.ts";

export function ContactSection({ values, errorOf, onChange, onLeave }: FormPart) {
  const t = useCopy("checkout");
  return (
    <fieldset className="grid gap-4">
      <legend className="display pb-3 text-xl">{t("contact.title")}</legend>
      <TextField
        id="contact.email"
        name="contact.email"
        type="email"
        autoComplete="email"
        maxLength={254}
        label={t("contact.email")}
        hint={t("contact.emailHint")}
        error={errorOf("contact.email")}
        value={values["contact.email"]}
        onChange={({ target }) => onChange("contact.email", target.value)}
        onBlur={() => onLeave("contact.email")}
      />
      <TextField
        id="contact.name"
        name="contact.name"
        autoComplete="name"
        maxLength={120}
        label={t("contact.name")}
        error={errorOf("contact.name")}
        value={values["contact.name"]}
        onChange={({ target }) => onChange("contact.name", target.value)}
        onBlur={() => onLeave("contact.name")}
      />
    </fieldset>
  );
}
