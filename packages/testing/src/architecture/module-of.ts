import type { SourceFile } from "./source-files.ts";

const MODULES = "packages/core/src/modules/";

/** The module a file belongs to. */
export function moduleOf(file: Pick<SourceFile, "path">): string | undefined {
  return file.path.startsWith(MODULES) ? file.path.slice(MODULES.length).split("/")[0] : undefined;
}
