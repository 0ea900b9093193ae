/** A value of a bracketed form: `metadata[order]=1&expand[]=charge` → `{ metadata: { order: "1" }, expand: ["charge"] }`. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type FormRecord = { [key: string]: FormValue };

const unsafeKeys = new Set(["__proto__", "constructor", "prototype"]);

function keyPath(name: string): string[] {
  const open = name.indexOf("[");
  if (open <= 0) {
    return [name];
  }
  const inner = [...name.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? "");
  return [name.slice(0, open), ...inner];
}

function assign(target: FormRecord, path: string[], value: string): void {
  const [head, next, ...rest] = path;
  if (head === undefined || unsafeKeys.has(head)) {
    return;
  }
  if (next === undefined) {
    target[head] = value;
    return;
  }
  if (next === "") {
    const list = target[head];
    target[head] = [...(Array.isArray(list) ? list : []), value];
    return;
  }
  const existing = target[head];
  const child: FormRecord =
    typeof existing === "object" && !Array.isArray(existing) ? existing : (Object.create(null) as FormRecord);
  target[head] = child;
  assign(child, [next, ...rest], value);
}

/** Parses a query string or an `application/x-www-form-urlencoded` body with bracketed keys. */
export function parseForm(encoded: string): FormRecord {
  const result = Object.create(null) as FormRecord;
  for (const [name, value] of new URLSearchParams(encoded)) {
    assign(result, keyPath(name), value);
  }
  return result;
}

/** The text at a key, or undefined when absent or not text. */
export function formText(form: FormRecord, key: string): string | undefined {
  const value = form[key];
  return typeof value === "string" ? value : undefined;
}

/** The record at a key, or an empty one. */
export function formRecord(form: FormRecord, key: string): FormRecord {
  const value = form[key];
  return typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** The texts of a list, given as `key[]=` or `key[0]=`. */
export function formList(form: FormRecord, key: string): string[] {
  const value = form[key];
  const items = Array.isArray(value) ? value : typeof value === "object" ? Object.values(value) : [];
  return items.filter((item): item is string => typeof item === "string");
}
