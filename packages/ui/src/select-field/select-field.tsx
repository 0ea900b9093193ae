import { type ComponentProps, useId } from "react";
import { classNames } from "../class-names/index.ts";
import { controlClasses, describedBy, Field, type FieldWords } from "../field/index.ts";
import { Icon } from "../icon/index.ts";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectFieldProps extends Omit<ComponentProps<"select">, "children">, FieldWords {
  options: readonly SelectOption[];
  /** The first line while nothing is chosen; it can't be chosen again. */
  placeholder?: string | undefined;
}

/** A native select: the phone's own picker, and no JavaScript. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, optionalLabel, options, placeholder, id, className, ...select } = props;
  const generated = useId();
  const own = id ?? generated;
  const unset = placeholder !== undefined && select.value === undefined && select.defaultValue === undefined;
  return (
    <Field id={own} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      <div className="relative">
        <select
          required={optionalLabel === undefined}
          {...select}
          {...(unset && { defaultValue: "" })}
          id={own}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(own, { hint, error })}
          className={classNames(controlClasses, "cursor-pointer appearance-none truncate pe-9", className)}
        >
          {placeholder === undefined ? null : (
            <option value="" disabled={optionalLabel === undefined}>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-muted"
        />
      </div>
    </Field>
  );
}
