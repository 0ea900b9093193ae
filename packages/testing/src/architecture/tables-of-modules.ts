import { moduleOf } from "./module-of.ts";
import type { SourceFile } from "./source-files.ts";

/** Which table belongs to which modules, read from the `…Tables` interfaces of their `tables.ts`. */
export function readTableOwners(files: readonly SourceFile[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const file of files) {
    const module = moduleOf(file);
    if (!module || file.name !== "tables.ts") continue;
    for (const table of declaredTables(file.text)) owners.set(table, [...(owners.get(table) ?? []), module]);
  }
  return owners;
}

function declaredTables(text: string): string[] {
  const bodies = [...text.matchAll(/\b(?:interface|type) \w*Tables\b[^{]*\{([^}]*)\}/g)].map((match) => match[1] ?? "");
  return bodies.flatMap((body) =>
    [...body.matchAll(/^\s*(?:readonly )?"?([a-z_]+)"?:/gm)].map((match) => match[1] ?? ""),
  );
}

const QUERIES = [
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|(?:inner|left|right|full)Join)\(\s*["']([a-z_]+)/g,
  /\b(?:from|join|into|update)\s+([a-z_]+)\b/gi,
];

/** Tables a file names in queries, in Kysely's words or in SQL. */
export function queriedTables(text: string): string[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return QUERIES.flatMap((pattern) => [...withoutComments.matchAll(pattern)].map((match) => match[1] ?? ""));
}
