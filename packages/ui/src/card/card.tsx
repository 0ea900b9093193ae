import type { ComponentProps } from "react";
import { classNames } from "../class-names/index.ts";

export interface CardProps extends ComponentProps<"div"> {
  as?: "div" | "section" | "article" | "li" | "aside";
  /** The name of a tint of the tokens; draws a thin tinted edge, never a filled card. */
  tint?: string | undefined;
  /** The card holds one link that covers it (`after:absolute after:inset-0`) and answers to the pointer. */
  interactive?: boolean;
  padded?: boolean;
}

/** A surface that holds one thing. */
export function Card({ as, tint, interactive = false, padded = true, className, ...rest }: CardProps) {
  // One element type stands for all: the attributes a card takes are the same for each.
  const Element = (as ?? "div") as "div";
  return (
    <Element
      {...rest}
      data-tint={tint}
      className={classNames(
        "relative min-w-0 rounded-lg border border-line bg-surface",
        padded && "p-(--card-padding)",
        tint && "border-t-[3px] border-t-tint-line",
        interactive &&
          "transition-[border-color,box-shadow] duration-(--motion-steady) hover:border-line-strong hover:shadow-raised has-focus-visible:border-accent",
        className,
      )}
    />
  );
}
