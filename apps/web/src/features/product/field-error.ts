import type { CustomField } from "./configuration.ts";

/** Why an answer can't be used, and the bound it misses. */
export type FieldFault =
  | { readonly kind: "required" | "url" | "number" | "pattern" }
  | { readonly kind: "minLength" | "maxLength" | "minimum" | "maximum"; readonly bound: number };

/** Checks one answer; null when it can be used. The server checks again. */
export function fieldFault(field: CustomField, answer: string): FieldFault | null {
  const value = answer.trim();
  if (value === "") return field.required ? { kind: "required" } : null;
  if (field.kind === "number") return numberFault(field, Number(value.replace(",", ".")));
  if (field.kind === "url" && !isWebAddress(value)) return { kind: "url" };
  if (field.minLength !== null && value.length < field.minLength) return { kind: "minLength", bound: field.minLength };
  if (field.maxLength !== null && value.length > field.maxLength) return { kind: "maxLength", bound: field.maxLength };
  return field.pattern !== null && !matches(field.pattern, value) ? { kind: "pattern" } : null;
}

function numberFault({ minimum, maximum }: CustomField, value: number): FieldFault | null {
  if (!Number.isFinite(value)) return { kind: "number" };
  if (minimum !== null && value < minimum) return { kind: "minimum", bound: minimum };
  return maximum !== null && value > maximum ? { kind: "maximum", bound: maximum } : null;
}

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  return (
    /^https?:$/.test(protocol) && hostname.includes(".") && username === "" && password === "" && !/\s/.test(value)
  );
}

/** A pattern the browser can't read is left to the server. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, "u").test(value);
  } catch {
    return true;
  }
}
