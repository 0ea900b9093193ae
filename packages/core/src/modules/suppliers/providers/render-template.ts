/** All a template may name. */
export const templateVariables = [
  "reference",
  "quantity",
  "service",
  "platform",
  "handle",
  "fields",
  "hours",
  "externalId",
] as const;
export type TemplateVariable = (typeof templateVariables)[number];
export type TemplateValues = Readonly<Partial<Record<TemplateVariable, string | number>>>;

type Rendered = string | number | boolean | { readonly [key: string]: Rendered };

const placeholder = /\{(\w+)\}/g;

/** Replaces `{variable}` by its value; what is not known becomes empty. `encode` treats each value for its place. */
export function renderText(template: string, values: TemplateValues, encode = (text: string): string => text): string {
  return template.replaceAll(placeholder, (_, name: string) => encode(String(lookUp(values, name))));
}

/** Renders a tree of templates. A leaf that is one variable alone keeps that value's type, so numbers stay numbers. */
export function renderTree(template: Rendered, values: TemplateValues): Rendered {
  if (typeof template === "string") {
    const alone = /^\{(\w+)\}$/.exec(template)?.[1];
    return alone === undefined ? renderText(template, values) : lookUp(values, alone);
  }
  if (typeof template !== "object") return template;
  return Object.fromEntries(Object.entries(template).map(([key, part]) => [key, renderTree(part, values)]));
}

/** Flattens a rendered tree to form fields: `target[handle]`. */
export function formFields(tree: { readonly [key: string]: Rendered }, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = prefix === "" ? key : `${prefix}[${key}]`;
    return typeof value === "object" ? formFields(value, name) : [[name, String(value)] as [string, string]];
  });
}

const lookUp = (values: TemplateValues, name: string): string | number =>
  Object.hasOwn(values, name) ? (values[name as TemplateVariable] ?? "") : "";
