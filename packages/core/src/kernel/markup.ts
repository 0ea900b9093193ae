/** A piece of HTML or XML that is safe to put into a page: everything that came into it was escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in a template. Nothing is written for null and false. */
export type MarkupValue = string | number | Markup | readonly MarkupValue[] | null | false;

/**
 * Template tag: the template is markup, every value is text and gets escaped, unless it is {@link Markup} itself.
 * Good for element content and quoted attributes; never put a value into a tag's name, a script or a style.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(strings.map((text, index) => text + written(values[index] ?? null)).join(""));
}

function written(value: MarkupValue): string {
  if (value === null || value === false) return "";
  if (value instanceof Markup) return value.text;
  if (typeof value === "string" || typeof value === "number") return escapeMarkup(String(value));
  return value.map(written).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeMarkup = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
