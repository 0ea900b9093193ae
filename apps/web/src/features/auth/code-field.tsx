import { TextField } from "@smplat/ui/text-field";
import type { ComponentProps } from "react";

/** A field for a one-time code, which phones and password managers fill in by themselves. */
export function CodeField(props: Omit<ComponentProps<typeof TextField>, "type" | "autoComplete">) {
  return (
    <TextField
      {...props}
      type="text"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
    />
  );
}
