"use client";

import { TextArea } from "@smplat/ui/text-area";
import { useCopy } from "#i18n/copy.tsx";
import { jsonProblem } from "./read-config.ts";

interface ConfigFieldProps {
  value: string;
  onChange: (value: string) => void;
}

/** A supplier's dialect as JSON; what is no JSON is said while it is typed. */
export function ConfigField({ value, onChange }: ConfigFieldProps) {
  const t = useCopy("providers");
  const reason = jsonProblem(value);
  return (
    <TextArea
      label={t("settings.config")}
      hint={t("settings.configHint")}
      error={reason === null ? undefined : t("settings.notJson", { reason })}
      rows={16}
      className="max-h-128 overflow-auto font-mono text-xs"
      spellCheck={false}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
