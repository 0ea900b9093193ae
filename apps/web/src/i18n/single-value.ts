export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a query parameter, trimmed; undefined when it is missing or empty. */
export function singleValue(params: SearchParams, name: string): string | undefined {
  const value = params[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
}
