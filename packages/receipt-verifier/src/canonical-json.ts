/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * The one text of a JSON value by RFC 8785: members sorted by their names' UTF-16 code units, numbers and strings as
 * ECMAScript writes them, no white space. Throws `TypeError` for what has no such text: numbers that are not finite,
 * strings with lone surrogates, and anything that is not JSON, `undefined` members included.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (typeof value === "string") return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && isPlain(value)) return canonicalObject(value);
  throw new TypeError(`JSON has no ${typeof value}`);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError("A string with a lone surrogate is no Unicode text");
  return JSON.stringify(value);
}

const isPlain = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  // The default order of `sort` is that of UTF-16 code units, which is what the RFC asks for.
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${canonicalString(name)}:${canonicalJson(value[name])}`).join(",")}}`;
}
