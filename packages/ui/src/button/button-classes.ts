import { classNames } from "../class-names/index.ts";

/** How a button looks; shared by the real button and by a link that looks like one. */
export interface ButtonLook {
  variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  size?: "small" | "medium" | "large" | undefined;
  /** Takes the whole width, as on a phone. */
  wide?: boolean | undefined;
}

const variants = {
  primary: "bg-accent text-on-accent border-transparent enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover",
  secondary: "bg-surface text-ink border-line-strong enabled:hover:bg-surface-hover [a&]:hover:bg-surface-hover",
  quiet: "bg-transparent text-accent-ink border-transparent enabled:hover:bg-accent-soft [a&]:hover:bg-accent-soft",
  danger:
    "bg-critical text-on-critical border-transparent enabled:hover:bg-critical-hover [a&]:hover:bg-critical-hover",
} as const;

const sizes = {
  small: "min-h-(--control-height-small) px-3 text-sm",
  medium: "min-h-(--control-height) px-5 text-base dense:px-3.5",
  large: "min-h-14 px-7 text-lg dense:min-h-10 dense:px-5",
} as const;

/** The classes of a button, for an element of one's own (a router's link). */
export function buttonClasses({ variant = "primary", size = "medium", wide = false }: ButtonLook = {}): string {
  return classNames(
    "relative inline-flex items-center justify-center gap-2 rounded-md border py-1.5 text-center font-semibold leading-tight",
    "cursor-pointer no-underline transition-[background-color,border-color,transform] duration-(--motion-quick)",
    "active:translate-y-px disabled:cursor-not-allowed disabled:opacity-55 disabled:active:translate-y-0",
    variants[variant],
    sizes[size],
    wide && "w-full",
  );
}
