import { DomainError } from "./domain-error.ts";

/** One page of a list; `nextCursor` is null on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** A position in a list: the sort values and id of the last row seen. Opaque to clients. */
export type CursorValue = string | number | null;

export function encodeCursor(values: readonly CursorValue[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(values));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Reads a cursor of exactly `length` values. Throws `page.cursor-invalid` for anything else. */
export function decodeCursor(cursor: string, length: number): CursorValue[] {
  const values = parse(cursor);
  if (!Array.isArray(values) || values.length !== length || !values.every(isCursorValue)) {
    throw new DomainError("page.cursor-invalid");
  }
  return values;
}

/** Cuts `limit + 1` fetched rows into a page; the extra row only tells that there is more. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => readonly CursorValue[],
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null;
  return { items, nextCursor };
}

function parse(cursor: string): unknown {
  try {
    const binary = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))),
    );
  } catch {
    throw new DomainError("page.cursor-invalid");
  }
}

const isCursorValue = (value: unknown): value is CursorValue =>
  value === null ||
  (typeof value === "string" && !value.includes("\u0000")) ||
  (typeof value === "number" && Number.isFinite(value));
