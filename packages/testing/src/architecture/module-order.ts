/**
 * Which modules each module may import: the table of docs/architecture.md. An edge that is missing here is a design
 * question, not an oversight: to react to a module further up, subscribe to its events.
 */
const ORDER = {
  customers: [],
  catalog: [],
  content: [],
  files: [],
  telemetry: [],
  ledger: [],
  tax: [],
  "social-accounts": ["customers"],
  "channel-ownership": ["customers", "social-accounts"],
  experiments: ["catalog"],
  pricing: ["catalog", "experiments", "tax"],
  carts: ["catalog", "pricing", "social-accounts", "channel-ownership", "customers"],
  orders: ["customers", "catalog"],
  payments: ["orders", "ledger"],
  billing: ["orders", "payments", "customers", "tax", "ledger"],
  loyalty: ["customers", "orders", "ledger"],
  risk: ["customers", "orders", "payments", "social-accounts", "channel-ownership"],
  checkout: [
    "customers",
    "catalog",
    "pricing",
    "carts",
    "orders",
    "payments",
    "loyalty",
    "social-accounts",
    "channel-ownership",
    "risk",
  ],
  suppliers: ["catalog"],
  fulfillment: ["catalog", "orders", "ledger", "suppliers"],
  liveness: ["orders", "fulfillment"],
  "delivery-proof": ["orders", "social-accounts", "fulfillment"],
  refills: ["orders", "fulfillment", "delivery-proof"],
  receipts: ["orders", "payments", "fulfillment", "delivery-proof"],
  journeys: ["orders", "customers"],
  support: ["orders", "payments", "fulfillment", "refills"],
  guardrails: ["fulfillment", "experiments"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Every module may import these two. */
const OPEN_TO_ALL: readonly string[] = ["files", "telemetry"];

/** They may read every module of the table, and no module may import them. */
const READERS: readonly string[] = ["notifications", "reporting"];

/** Names of the modules there may be. */
export const MODULE_NAMES: readonly string[] = [...Object.keys(ORDER), ...READERS];

/** What a module may import, or `undefined` when the table does not know it. */
export function allowedImports(module: string): readonly string[] | undefined {
  if (READERS.includes(module)) return Object.keys(ORDER);
  if (!(module in ORDER)) return undefined;
  const own = ORDER[module as keyof typeof ORDER];
  return OPEN_TO_ALL.includes(module) ? own : [...own, ...OPEN_TO_ALL];
}
