import { canonicalJson } from "./canonical-json.ts";
import { isDigest } from "./digest.ts";
import type { Finding } from "./finding.ts";
import { fileSchema, type ProofFile } from "./receipt-format.ts";

type Members = Readonly<Record<string, unknown>>;
type Check = (value: unknown, path: string) => string | null;

/** A check of one shape: null when it fits, else the pointer to what does not. */
const check =
  (fits: (value: unknown) => boolean): Check =>
  (value, path) =>
    fits(value) ? null : path;

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text = check((value) => typeof value === "string");
const digest = check(isDigest);
const signature = check((value) => typeof value === "string" && /^[0-9a-f]{128}$/.test(value));
const index = check((value) => Number.isSafeInteger(value) && Number(value) >= 0);
const anything = check(isMembers);

const exactly =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isMembers(value)) return path;
    const stranger = Object.keys(value).find((name) => !Object.hasOwn(shape, name));
    if (stranger !== undefined) return `${path}/${stranger}`;
    return first(Object.entries(shape), ([name, of]) => of(value[name], `${path}/${name}`));
  };

const each =
  (of: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? first([...value.entries()], ([place, item]) => of(item, `${path}/${place}`)) : path;

const orNull =
  (of: Check): Check =>
  (value, path) =>
    value === null ? null : of(value, path);

function first<T>(items: readonly T[], of: (item: T) => string | null): string | null {
  for (const item of items) {
    const wrong = of(item);
    if (wrong !== null) return wrong;
  }
  return null;
}

const outlineEntry: Check = (value, path) =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === "string" && isDigest(value[1]) ? null : path;

const receipt = exactly({
  document: anything,
  statement: exactly({ schema: text, keyId: text, digest, outline: digest }),
  signature,
  outline: each(outlineEntry),
  openings: each(exactly({ path: text, salt: text, value: text })),
  inclusion: orNull(exactly({ date: text, index, path: each(digest) })),
});
const signedRoot = exactly({
  root: exactly({
    ...{ schema: text, shop: text, keyId: text, date: text },
    ...{ size: index, root: digest, previous: orNull(digest) },
  }),
  signature,
});
const file = exactly({
  schema: check((value) => value === fileSchema),
  receipts: check((value) => Array.isArray(value) && value.length > 0),
  roots: each(signedRoot),
});
const receipts = exactly({ schema: anythingAtAll(), receipts: each(receipt), roots: anythingAtAll() });

function anythingAtAll(): Check {
  return () => null;
}

export interface ReadFile {
  /** Null when it can't be read as a proof file. */
  readonly file: ProofFile | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads the text of a proof file. Its members are exactly those of the format and the text is its canonical form, so no
 * byte of it is free.
 */
export function readProofFile(source: string): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return { file: null, findings: [{ code: "file.not-json", detail: error instanceof Error ? error.message : "" }] };
  }
  const wrong = file(value, "") ?? receipts(value, "");
  if (wrong !== null) return { file: null, findings: [{ code: "file.wrong-shape", path: wrong === "" ? "/" : wrong }] };
  return { file: value as ProofFile, findings: canonicalFindings(source, value) };
}

function canonicalFindings(source: string, value: unknown): Finding[] {
  let canonical: string;
  try {
    canonical = canonicalJson(value);
  } catch (error) {
    return [{ code: "file.not-canonical", detail: error instanceof Error ? error.message : "" }];
  }
  if (canonical === source) return [];
  let at = 0;
  while (canonical[at] === source[at]) at += 1;
  return [{ code: "file.not-canonical", detail: `character ${at + 1}` }];
}
