/** What keeps a text from being JSON, in the browser's words; null when it is JSON. */
export function jsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The names of the secrets a configuration refers to, as far as it can be read while it is typed. */
export function secretNamesIn(text: string): string[] {
  try {
    const config: unknown = JSON.parse(text);
    const names = [secretOf(config, "auth"), secretOf(config, "webhook")];
    return [...new Set(names.filter((name) => name !== null))];
  } catch {
    return [];
  }
}

function secretOf(config: unknown, part: "auth" | "webhook"): string | null {
  const secret = memberOf(memberOf(config, part), "secret");
  return typeof secret === "string" && secret !== "" ? secret : null;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
