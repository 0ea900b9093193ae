import type { ComponentProps, ComponentType } from "react";
import { classNames } from "../class-names/index.ts";
import { type ButtonLook, buttonClasses } from "./button-classes.ts";

export interface ButtonLinkProps extends ComponentProps<"a">, ButtonLook {
  href: string;
  /** A router's link component; a plain anchor without one. */
  as?: ComponentType<ComponentProps<"a"> & { href: string }> | "a";
}

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function ButtonLink({ variant, size, wide, as: Anchor = "a", className, ...rest }: ButtonLinkProps) {
  return <Anchor {...rest} className={classNames(buttonClasses({ variant, size, wide }), className)} />;
}
