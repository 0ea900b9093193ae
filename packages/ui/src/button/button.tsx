import type { ComponentProps } from "react";
import { classNames } from "../class-names/index.ts";
import { type ButtonLook, buttonClasses } from "./button-classes.ts";

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  /** While set, the button shows a spinner, reads this text and ignores presses: a press can't be sent twice. */
  loadingLabel?: string | undefined;
}

/** A button. Its type is `button` unless told otherwise, so that it never sends a form by accident. */
export function Button({
  variant,
  size,
  wide,
  loadingLabel,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const loading = loadingLabel !== undefined;
  return (
    <button
      {...rest}
      type={loading ? "button" : type}
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
      onClick={loading ? undefined : onClick}
      className={classNames(buttonClasses({ variant, size, wide }), loading && "cursor-progress!", className)}
    >
      {loading ? (
        <>
          <span
            aria-hidden="true"
            className="size-4 shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent"
          />
          <span role="status">{loadingLabel}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
}
