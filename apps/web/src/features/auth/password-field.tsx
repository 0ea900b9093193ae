"use client";

import { TextField, type TextFieldProps } from "@smplat/ui/text-field";
import { useState } from "react";
import { useCopy } from "#i18n/copy.tsx";

/** A password one may look at while typing it. */
export function PasswordField(props: Omit<TextFieldProps, "type">) {
  const t = useCopy("auth");
  const [shown, setShown] = useState(false);
  return (
    <div className="grid gap-1">
      <TextField {...props} type={shown ? "text" : "password"} spellCheck={false} autoCapitalize="off" />
      <button
        type="button"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="tap w-fit cursor-pointer rounded-sm py-1 text-sm text-accent-ink underline-offset-4 hover:underline"
      >
        {shown ? t("fields.hide") : t("fields.show")}
      </button>
    </div>
  );
}
