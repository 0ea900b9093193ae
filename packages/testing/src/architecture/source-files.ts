import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of ours with what it imports. */
export interface SourceFile {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly imports: readonly string[];
  /** Test code may look behind the fences that hold for the program. */
  readonly isTest: boolean;
}

/** The project's root folder. */
export const PROJECT = fileURLToPath(new URL("../../../../", import.meta.url));

const ROOTS = ["apps", "packages", "tools", "e2e", "bench"];
const SKIPPED = new Set(["node_modules", ".next", ".cache", "dist", "storybook-static"]);

/** Every TypeScript and JavaScript file of ours. */
export function readSourceFiles(): SourceFile[] {
  return ROOTS.flatMap((root) => listFiles(join(PROJECT, root)))
    .filter((path) => /\.(ts|tsx|mjs|js)$/.test(path) && !path.endsWith(".d.ts"))
    .map(readSource);
}

/** All files below a folder, as absolute paths; none when the folder is missing. */
export function listFiles(folder: string): string[] {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(folder);
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

/** What a relative import points to, from the project's root; other imports stay as they are. */
export function resolveImport(file: SourceFile, specifier: string): string {
  return specifier.startsWith(".") ? posix.join(posix.dirname(file.path), specifier) : specifier;
}

function readSource(absolute: string): SourceFile {
  const path = relative(PROJECT, absolute).split(sep).join("/");
  const text = readFileSync(absolute, "utf8");
  return {
    path,
    name: posix.basename(path),
    text,
    imports: findImports(text),
    isTest: /\.(test|e2e|stories)\.tsx?$/.test(path) || /^packages\/testing\/|\/torture\//.test(path),
  };
}

const STATEMENTS = [
  /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*["']([^"']+)["']/gm,
  /^\s*import\s*["']([^"']+)["']/gm,
  /\bimport\(\s*["']([^"']+)["']\s*\)/g,
];

function findImports(text: string): string[] {
  return STATEMENTS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
}
