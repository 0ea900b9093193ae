import type { HttpProviderConfig } from "./http-provider-config.ts";
import type { QuoteOutcome } from "./provider.ts";
import { readNumber, readPath } from "./read-answer.ts";

type ServicesEndpoint = NonNullable<HttpProviderConfig["endpoints"]["services"]>;

/** Suppliers price cheap units in fractions of a cent: six digits after the point, as `readNumber` takes them. */
const scale = 1_000_000n;

/** The price of a quantity out of a supplier's list, rounded up to a whole minor unit as suppliers do. */
export function readQuote(
  endpoint: ServicesEndpoint,
  body: unknown,
  wanted: { readonly service: string; readonly quantity: number; readonly currency: string },
): QuoteOutcome {
  const list = readPath(body, endpoint.root);
  if (!Array.isArray(list)) return { kind: "unknown", reason: "the answer does not read as a price list" };
  const entry: unknown = list.find((candidate: unknown) => readPath(candidate, endpoint.code) === wanted.service);
  if (entry === undefined) return { kind: "refused", reason: `"${wanted.service}" is not on the supplier's list` };
  const unitCost = readNumber(readPath(entry, endpoint.unitCost));
  if (unitCost === null || unitCost < 0) return { kind: "unknown", reason: "the price does not read as a number" };
  const limit = (path: string | undefined) => (path === undefined ? null : readNumber(readPath(entry, path)));
  const [minimum, maximum] = [limit(endpoint.minimum), limit(endpoint.maximum)];
  if (wanted.quantity < (minimum ?? 0) || wanted.quantity > (maximum ?? Number.POSITIVE_INFINITY)) {
    return { kind: "refused", reason: `takes ${minimum ?? 1} to ${maximum ?? "any number of"} units` };
  }
  const micro = BigInt(Math.round(unitCost * (endpoint.unit === "major" ? 100 : 1) * Number(scale)));
  const amountMinor = Number((micro * BigInt(wanted.quantity) + scale - 1n) / scale);
  return { kind: "quoted", amountMinor, currency: wanted.currency, minimum, maximum };
}
