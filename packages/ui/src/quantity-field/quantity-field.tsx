"use client";

import { type ComponentProps, useId, useRef } from "react";
import { classNames } from "../class-names/index.ts";
import { controlClasses, describedBy, Field, type FieldWords } from "../field/index.ts";
import { Icon } from "../icon/index.ts";

export interface QuantityFieldProps extends Omit<ComponentProps<"input">, "type" | "ref">, FieldWords {
  decreaseLabel: string;
  increaseLabel: string;
}

/** A whole number with two buttons. Without JavaScript it is a plain number field and the browser checks its bounds. */
export function QuantityField(props: QuantityFieldProps) {
  const { label, hint, error, optionalLabel, decreaseLabel, increaseLabel, id, className, ...input } = props;
  const generated = useId();
  const own = id ?? generated;
  const field = useRef<HTMLInputElement>(null);
  const step = (direction: "up" | "down") => () => {
    const element = field.current;
    if (!element) return;
    const before = element.value;
    if (direction === "up") element.stepUp();
    else element.stepDown();
    if (element.value !== before) element.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const buttonClasses =
    "grid w-(--control-height) shrink-0 cursor-pointer place-items-center border-line-strong bg-surface-sunken text-ink hover:bg-surface-hover disabled:cursor-not-allowed disabled:text-ink-subtle";
  return (
    <Field id={own} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      <div className={classNames("flex max-w-56 items-stretch", className)}>
        <button
          type="button"
          aria-label={decreaseLabel}
          aria-controls={own}
          disabled={input.disabled}
          onClick={step("down")}
          className={classNames(buttonClasses, "rounded-s-md border border-e-0")}
        >
          <Icon name="minus" />
        </button>
        <input
          inputMode="numeric"
          {...input}
          ref={field}
          type="number"
          id={own}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(own, { hint, error })}
          className={classNames(
            controlClasses,
            "figures relative min-w-0 rounded-none! text-center font-semibold [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none",
          )}
        />
        <button
          type="button"
          aria-label={increaseLabel}
          aria-controls={own}
          disabled={input.disabled}
          onClick={step("up")}
          className={classNames(buttonClasses, "rounded-e-md border border-s-0")}
        >
          <Icon name="plus" />
        </button>
      </div>
    </Field>
  );
}
