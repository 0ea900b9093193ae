"use client";

import { TextField } from "@smplat/ui/text-field";

interface NumberFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Not a number while the field is empty; the form does not send it then. */
  value: number;
  min: number;
  onNumber: (value: number) => void;
}

/** A whole number that is kept by the form around it. */
export function NumberField({ label, hint, error, value, min, onNumber }: NumberFieldProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      type="number"
      inputMode="numeric"
      min={min}
      step={1}
      value={Number.isNaN(value) ? "" : value}
      onChange={({ target }) => onNumber(target.valueAsNumber)}
    />
  );
}
