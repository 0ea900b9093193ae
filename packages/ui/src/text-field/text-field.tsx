import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "../class-names/index.ts";
import { controlClasses, describedBy, Field, type FieldWords } from "../field/index.ts";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "prefix">, FieldWords {
  /** Stands inside the control before the text: an `@`, a currency sign. */
  prefix?: ReactNode;
}

/** One line of text. A field is required unless it carries an `optionalLabel`. */
export function TextField({ label, hint, error, optionalLabel, prefix, id, className, ...input }: TextFieldProps) {
  const generated = useId();
  const own = id ?? generated;
  const control = (
    <input
      required={optionalLabel === undefined}
      {...input}
      id={own}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(own, { hint, error })}
      className={classNames(controlClasses, prefix ? "ps-9" : null, className)}
    />
  );
  return (
    <Field id={own} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      {prefix ? (
        <div className="relative">
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 start-0 grid w-9 place-items-center text-ink-muted"
          >
            {prefix}
          </span>
          {control}
        </div>
      ) : (
        control
      )}
    </Field>
  );
}
