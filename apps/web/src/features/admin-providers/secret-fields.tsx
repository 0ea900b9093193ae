"use client";

import { TextField } from "@smplat/ui/text-field";
import { useCopy } from "#i18n/copy.tsx";

interface SecretFieldsProps {
  names: readonly string[];
  /** Those that are stored: left empty they stay. */
  stored: readonly string[];
}

const prefix = "secret:";

/** One write-only field per secret a configuration names. */
export function SecretFields({ names, stored }: SecretFieldsProps) {
  const t = useCopy("providers");
  return names.map((name) => (
    <TextField
      key={name}
      label={t("settings.secret", { name })}
      hint={t(stored.includes(name) ? "settings.secretHint" : "settings.secretNew")}
      optionalLabel={stored.includes(name) ? t("optional") : undefined}
      name={`${prefix}${name}`}
      type="password"
      autoComplete="off"
      maxLength={2_000}
    />
  ));
}

/** The secrets that were typed, by name. */
export function typedSecrets(form: FormData): Record<string, string> {
  const typed = [...form.entries()].filter(([name, value]) => name.startsWith(prefix) && value !== "");
  return Object.fromEntries(typed.map(([name, value]) => [name.slice(prefix.length), String(value)]));
}
