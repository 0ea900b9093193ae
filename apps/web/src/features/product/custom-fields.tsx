"use client";

import { TextField } from "@smplat/ui/text-field";
import { useCopy } from "#i18n/copy.tsx";
import type { CustomField } from "./configuration.ts";

interface CustomFieldsProps {
  fields: readonly CustomField[];
  answers: Readonly<Record<string, string>>;
  /** What is wrong with the fields already left or asked for, in words. */
  errors: Readonly<Record<string, string>>;
  onAnswer: (key: string, value: string) => void;
  onLeave: (key: string) => void;
}

/** What we need to know to do the work; checked when a field is left, not while it is typed. */
export function CustomFields({ fields, answers, errors, onAnswer, onLeave }: CustomFieldsProps) {
  const t = useCopy("product");
  if (fields.length === 0) return null;
  return (
    <section aria-labelledby="fields-title" className="grid gap-4">
      <h2 id="fields-title" className="text-xl">
        {t("fields.title")}
      </h2>
      {fields.map((field) => (
        <TextField
          key={field.key}
          id={`field-${field.key}`}
          type={field.kind === "url" ? "url" : "text"}
          inputMode={field.kind === "number" ? "decimal" : field.kind === "url" ? "url" : "text"}
          label={field.label}
          hint={field.help === "" ? undefined : field.help}
          error={errors[field.key]}
          optionalLabel={field.required ? undefined : t("fields.optional")}
          placeholder={field.placeholder === "" ? undefined : field.placeholder}
          value={answers[field.key] ?? ""}
          onChange={({ target }) => onAnswer(field.key, target.value)}
          onBlur={() => onLeave(field.key)}
        />
      ))}
    </section>
  );
}
