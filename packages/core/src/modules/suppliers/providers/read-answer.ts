import type { OrderReadingConfig } from "./http-provider-config.ts";
import type { SupplierEvidence, SupplierReport } from "./provider.ts";

/** The value at a dotted path; undefined where there is nothing. Own properties only. */
export function readPath(value: unknown, path: string): unknown {
  if (path === "") return value;
  let at: unknown = value;
  for (const key of path.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** A number, also written as text; null for anything else. */
export function readNumber(value: unknown): number | null {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(text)) return null;
  return Number(text);
}

/** Minor units from an amount in minor units or in a decimal text of major ones. Exact: no float in between. */
export function readMinor(value: unknown, unit: "minor" | "major"): number | null {
  const number = readNumber(value);
  if (number === null || number < 0) return null;
  if (unit === "minor") return Number.isSafeInteger(number) ? number : null;
  const [whole = "0", fraction = ""] = String(value).trim().split(".");
  if (fraction.length > 2) return null;
  return Number(whole) * 100 + Number(fraction.padEnd(2, "0") || "0");
}

/** An order out of an answer; null when a part that must be there is not, or is not what it should be. */
export function readOrder(config: OrderReadingConfig, order: unknown, defaultCurrency: string): SupplierReport | null {
  const externalId = readText(readPath(order, config.externalId));
  const word = readText(readPath(order, config.status));
  const status = word !== null && Object.hasOwn(config.states, word) ? config.states[word] : undefined;
  const delivered = readNumber(readPath(order, config.delivered));
  if (externalId === null || status === undefined || delivered === null || delivered < 0) return null;
  return {
    externalId,
    reference: config.reference === undefined ? null : readText(readPath(order, config.reference)),
    status,
    delivered: Math.floor(delivered),
    evidence: readEvidence(config.evidence, order),
    cost: readCost(config.cost, order, defaultCurrency),
  };
}

function readCost(config: OrderReadingConfig["cost"], order: unknown, defaultCurrency: string): SupplierReport["cost"] {
  if (config === undefined) return null;
  const amountMinor = readMinor(readPath(order, config.amount), config.unit);
  const currency = config.currency === undefined ? defaultCurrency : readText(readPath(order, config.currency));
  return amountMinor === null || currency === null ? null : { amountMinor, currency };
}

/** Entries that can't be read are left out: evidence is shown, so half an entry is worse than none. */
function readEvidence(config: OrderReadingConfig["evidence"], order: unknown): SupplierEvidence[] {
  if (config === undefined) return [];
  const list = readPath(order, config.list);
  if (!Array.isArray(list)) return [];
  const ofOrder = config.kindFromOrder === undefined ? null : readText(readPath(order, config.kindFromOrder));
  return list.slice(0, 200).flatMap((entry: unknown) => {
    const word = config.kind === undefined ? ofOrder : readText(readPath(entry, config.kind));
    const kind = word !== null && Object.hasOwn(config.kindOf ?? {}, word) ? config.kindOf?.[word] : undefined;
    const units = readNumber(readPath(entry, config.units));
    const reportedAt = readInstant(readPath(entry, config.reportedAt));
    if (kind === undefined || units === null || units < 0 || reportedAt === null) return [];
    const title = config.title === undefined ? null : readText(readPath(entry, config.title));
    const url = config.url === undefined ? null : readUrl(readPath(entry, config.url));
    return [{ kind, title: title ?? "", url, units: Math.floor(units), reportedAt: reportedAt.toISOString() }];
  });
}

/** Evidence links are shown to customers: nothing but http and https. */
function readUrl(value: unknown): string | null {
  const text = readText(value);
  if (text === null || !URL.canParse(text)) return null;
  return /^https?:$/.test(new URL(text).protocol) ? text : null;
}

/** An instant with its zone; null for anything else. */
export function readInstant(value: unknown): Date | null {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(value)) return null;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** A non-empty text of sensible length without NUL, which the database can't store. */
export function readText(value: unknown): string | null {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" && text.length <= 2_000 && !text.includes("\u0000") ? text : null;
}
