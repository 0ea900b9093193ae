import { type ComponentProps, useId } from "react";
import { classNames } from "../class-names/index.ts";
import { controlClasses, describedBy, Field, type FieldWords } from "../field/index.ts";

export interface TextAreaProps extends ComponentProps<"textarea">, FieldWords {}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ label, hint, error, optionalLabel, id, className, rows = 4, ...area }: TextAreaProps) {
  const generated = useId();
  const own = id ?? generated;
  return (
    <Field id={own} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      <textarea
        required={optionalLabel === undefined}
        rows={rows}
        {...area}
        id={own}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(own, { hint, error })}
        className={classNames(controlClasses, "field-sizing-content min-h-24 py-2.5", className)}
      />
    </Field>
  );
}
