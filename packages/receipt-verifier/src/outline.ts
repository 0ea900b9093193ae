import { digestOf } from "./digest.ts";

/** One part of a document: its JSON pointer (RFC 6901) and the digest of its canonical JSON. */
export type OutlineEntry = readonly [path: string, digest: string];

const escaped = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

const depthMax = 2;

/**
 * The parts of a document down to the second level, each with its digest, in the order of their pointers. Signed beside
 * the document, it lets whoever checks a changed document name what was changed.
 */
export async function outlineOf(document: unknown): Promise<OutlineEntry[]> {
  const parts = partsOf(document, "", 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(parts.map(async ([path, value]) => [path, await digestOf(value)] as const));
}

function partsOf(value: unknown, path: string, depth: number): [string, unknown][] {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (depth === depthMax || members.length === 0) return [[path, value]];
  return members.flatMap(([name, member]) => partsOf(member, `${path}/${escaped(name)}`, depth + 1));
}

/** Pointers whose digests differ, or that only one of the two has. */
export function outlineDifference(before: readonly OutlineEntry[], after: readonly OutlineEntry[]): string[] {
  const old = new Map(before);
  const now = new Map(after);
  const paths = new Set([...old.keys(), ...now.keys()]);
  return [...paths].filter((path) => old.get(path) !== now.get(path)).sort();
}
