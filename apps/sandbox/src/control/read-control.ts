import type { Context } from "hono";
import type { z } from "zod";

/** Says which control input was wrong, and how. */
export class ControlError extends Error {}

/** The JSON body of a control request, checked; an absent body counts as an empty object. */
export async function readControl<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    throw new ControlError("The body is not JSON.");
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
    throw new ControlError(issues.join("; "));
  }
  return parsed.data;
}

/** Only the members that were given, so that they can be laid over what is there. */
export function given<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
