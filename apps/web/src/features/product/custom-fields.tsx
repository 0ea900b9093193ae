"use client";

import { TextArea } from "@smplat/ui/text-area";
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

/** An answer that may be longer than this gets several lines to be written in, in characters. */
const oneLine = 200;

const isLong = ({ kind, maxLength }: CustomField): boolean => kind === "text" && (maxLength ?? 0) > oneLine;

/** What we need to know to do the work; checked when a field is left, not while it is typed. */
export function CustomFields({ fields, answers, errors, onAnswer, onLeave }: CustomFieldsProps) {
  const t = useCopy("product");
  if (fields.length === 0) return null;
  return (
    <section aria-labelledby="fields-title" className="grid gap-4">
      <h2 id="fields-title" className="text-xl">
        {t("fields.title")}
      </h2>
      {fields.map((field) => {
        const control = {
          id: `field-${field.key}`,
          label: field.label,
          hint: field.help === "" ? undefined : field.help,
          error: errors[field.key],
          optionalLabel: field.required ? undefined : t("fields.optional"),
          placeholder: field.placeholder === "" ? undefined : field.placeholder,
          value: answers[field.key] ?? "",
          onChange: ({ target }: { target: { value: string } }) => onAnswer(field.key, target.value),
          onBlur: () => onLeave(field.key),
        };
        return isLong(field) ? (
          <TextArea key={field.key} rows={3} {...control} />
        ) : (
          <TextField
            key={field.key}
            type={field.kind === "url" ? "url" : "text"}
            inputMode={field.kind === "number" ? "decimal" : field.kind === "url" ? "url" : "text"}
            {...control}
          />
        );
      })}
    </section>
  );
}
