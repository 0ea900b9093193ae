const contentTypes: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json",
  ndjson: "application/x-ndjson",
  parquet: "application/vnd.apache.parquet",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
};

const part = /^[a-z0-9_](?:[a-z0-9._-]{0,126}[a-z0-9_])?$/;
const keyLengthMax = 512;

/**
 * The content type a key's ending stands for. Throws for a key that could leave its folder, that two file systems
 * would read differently (lower case only), or whose ending is not known.
 */
export function contentTypeOf(key: string): string {
  const parts = key.split("/");
  const ending = /\.([a-z0-9]+)$/.exec(key)?.[1] ?? "";
  const contentType = Object.hasOwn(contentTypes, ending) ? contentTypes[ending] : undefined;
  if (key.length > keyLengthMax || contentType === undefined || !parts.every((name) => part.test(name))) {
    throw new Error(`${JSON.stringify(key)} is not a key the storage takes`);
  }
  return contentType;
}
