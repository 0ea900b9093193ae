import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "../class-names/index.ts";
import { describedBy, FieldError } from "../field/index.ts";

export interface CheckboxFieldProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

/** One yes or no. The whole line is the target. Not required unless told so. */
export function CheckboxField({ label, hint, error, id, className, ...input }: CheckboxFieldProps) {
  const generated = useId();
  const own = id ?? generated;
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <div className="flex items-start gap-3 dense:gap-2">
        <input
          {...input}
          type="checkbox"
          id={own}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(own, { hint, error })}
          className="mt-[0.2em] size-5 shrink-0 cursor-pointer accent-(--accent) disabled:cursor-not-allowed dense:size-4"
        />
        <div className="grid gap-0.5">
          <label htmlFor={own} className="cursor-pointer text-base text-ink">
            {label}
          </label>
          {hint ? (
            <p id={`${own}-hint`} className="text-sm text-ink-muted">
              {hint}
            </p>
          ) : null}
        </div>
      </div>
      {error ? <FieldError id={`${own}-error`}>{error}</FieldError> : null}
    </div>
  );
}
