import type { ReactNode } from "react";
import { Icon } from "../icon/index.ts";

/** What stands around a control, in reading order: label, help, the control, the error with its remedy. */
export interface FieldWords {
  label: ReactNode;
  /** Help, shown before anything went wrong. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; its presence marks the control invalid. */
  error?: ReactNode;
  /** The word for "optional"; a field without it is required. */
  optionalLabel?: string | undefined;
}

export interface FieldProps extends FieldWords {
  /** The id of the control. */
  id: string;
  children: ReactNode;
}

/** The ids that describe a control, for its `aria-describedby`. */
export function describedBy(id: string, { hint, error }: Pick<FieldWords, "hint" | "error">): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** Puts label, help and error around one control. */
export function Field({ id, label, hint, error, optionalLabel, children }: FieldProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold text-ink">
        {label}
        {optionalLabel ? <span className="font-normal text-ink-subtle">{optionalLabel}</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-muted">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}

/** The line under a control that says what is wrong. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 text-sm font-medium text-critical-ink">
      <Icon name="stop" className="mt-[0.22em]" />
      <span>{children}</span>
    </p>
  );
}
