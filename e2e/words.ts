import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project-root.ts";

/** The shop's own words by their key, e.g. `product.price.add`; `{name}` filled in. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Reads the words a person of this language finds on buttons, labels and headings. */
export function readWords(locale: "en" | "de"): Words {
  const folder = join(root, "apps/web/messages", locale);
  const areas = Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace(/\.json$/, ""),
      JSON.parse(readFileSync(join(folder, file), "utf8")),
    ]),
  );
  return (key, values = {}) => {
    const found = key
      .split(".")
      .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], areas);
    if (typeof found !== "string") throw new Error(`There are no words ${key} in ${locale}`);
    return found.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${key} needs ${name}`);
      return String(value);
    });
  };
}

/** The words before the first `{name}`, for what can't be known beforehand. */
export const beginning = (words: Words, key: string): RegExp => {
  const filled = words(key, new Proxy({}, { get: () => "\u0000", has: () => true }));
  const [first = ""] = filled.split("\u0000");
  return new RegExp(`^\\s*${first.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
};
