import { type FormRecord, formRecord, formText } from "../http/parse-form.ts";
import { invalidParameter } from "./card-error.ts";

/** A page in Stripe's list shape. */
export interface CardList {
  object: "list";
  url: string;
  has_more: boolean;
  data: Record<string, unknown>[];
}

interface Listed {
  id: string;
  created: number;
}

function withinRange(created: number, form: FormRecord): boolean {
  const exact = formText(form, "created");
  const range = formRecord(form, "created");
  const bound = (name: string, fallback: number) => Number(formText(range, name) ?? fallback);
  return (
    (exact === undefined || created === Number(exact)) &&
    created >= bound("gte", 0) &&
    created > bound("gt", -1) &&
    created <= bound("lte", Number.MAX_SAFE_INTEGER) &&
    created < bound("lt", Number.MAX_SAFE_INTEGER)
  );
}

function readLimit(form: FormRecord): number {
  const limit = Number(formText(form, "limit") ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidParameter("limit", "This value must be between 1 and 100.", "parameter_invalid_integer");
  }
  return limit;
}

/** A page of `items` (given oldest first), newest first, by `limit`, `starting_after`, `ending_before` and `created`. */
export function listPage<T extends Listed>(
  items: T[],
  form: FormRecord,
  url: string,
  present: (item: T) => Record<string, unknown>,
): CardList {
  const limit = readLimit(form);
  const matching = items.filter((item) => withinRange(item.created, form)).reverse();
  const after = formText(form, "starting_after");
  const before = formText(form, "ending_before");
  const position = (id: string, param: string) => {
    const index = matching.findIndex((item) => item.id === id);
    if (index < 0) {
      throw invalidParameter(param, `No such object: '${id}'`, "resource_missing");
    }
    return index;
  };
  const end = before ? position(before, "ending_before") : undefined;
  const start = after ? position(after, "starting_after") + 1 : end === undefined ? 0 : Math.max(0, end - limit);
  const page = matching.slice(start, Math.min(start + limit, end ?? matching.length));
  const hasMore = end === undefined ? start + limit < matching.length : start > 0;
  return { object: "list", url, has_more: hasMore, data: page.map(present) };
}
