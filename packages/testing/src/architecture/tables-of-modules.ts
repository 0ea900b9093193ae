import { moduleOf } from "./module-of.ts";
import type { SourceFile } from "./source-files.ts";

/** Which table (snake_case) belongs to which modules, read from the `…Tables` interfaces of their `tables.ts`. */
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
  const starts = [...text.matchAll(/\b(?:interface|type) \w*Tables\b[^{]*\{/g)];
  return starts.flatMap((start) => {
    const body = outermostText(text.slice(start.index + start[0].length));
    return [...body.matchAll(/^\s*(?:readonly )?"?(\w+)"?:/gm)].map((match) => snakeCase(match[1] ?? ""));
  });
}

/** What stands between here and the closing brace, without what is in braces of its own. */
function outermostText(text: string): string {
  let depth = 0;
  let outermost = "";
  for (const character of text) {
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    else if (depth === 0) outermost += character;
    if (depth < 0) break;
  }
  return outermost;
}

const BUILDER =
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|(?:inner|left|right|full)Join)(?:<[^(]*>)?\(\s*["'](\w+)/g;
const SQL_TEXT = /\bsql(?:\.\w+)?(?:<[^`]*?>)?`([^`]*)`/g;
const SQL_TABLE = /\b(?:from|join|into|update)\s+"?([a-z_]+)\b/gi;

/** Tables (snake_case) a file names in queries, in Kysely's words or in SQL. */
export function queriedTables(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const sql = [...code.matchAll(SQL_TEXT)].map((match) => match[1] ?? "");
  const named = [...code.matchAll(BUILDER), ...sql.flatMap((statement) => [...statement.matchAll(SQL_TABLE)])];
  return named.map((match) => snakeCase(match[1] ?? ""));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
