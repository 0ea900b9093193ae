import { type OrderState, orderStates } from "@smplat/contracts/vocabulary";
import type { Core } from "../../core.ts";
import type { Staff } from "./work-desks.ts";

/** What a shop holds after its past. */
export interface HistoryTotals {
  readonly orders: number;
  /** Signed receipts. */
  readonly proofs: number;
  readonly products: number;
  /** Products over enough deliveries for their numbers to be shown. */
  readonly productsWithNumbers: number;
}

export interface CheckedHistory {
  readonly totals: HistoryTotals;
  /** In words; nothing when the past keeps its promise. */
  readonly missing: readonly string[];
}

/** What the demo promises to show. */
export interface HistoryPromise {
  /** Whether half of the products and more show numbers over their deliveries. */
  readonly numbers: boolean;
  /** E-mail address of the customer whose login is shown, who has a delivered order with its proof. */
  readonly shownCustomer: string;
}

const trustedLines = 20;
/** A moment between money and work; nothing rests there. */
const passing: ReadonlySet<OrderState> = new Set(["processing"]);

/**
 * Counts what a past left behind, and names everything promised that is not there. Suppliers and buyers have their luck,
 * so a demo without one of the states is said to be so, and opens.
 */
export async function checkHistory(core: Core, staff: Staff, promise: HistoryPromise): Promise<CheckedHistory> {
  const missing = [...(await missingStates(core, staff)), ...(await missingOfCustomer(core, staff, promise))];
  const totals = await countTotals(core);
  if (promise.numbers && totals.productsWithNumbers * 2 < totals.products) {
    missing.push(
      `numbers over ${trustedLines} deliveries for half of ${totals.products} products: there are ${totals.productsWithNumbers}`,
    );
  }
  return { totals, missing };
}

async function missingStates(core: Core, { adminId }: Staff): Promise<string[]> {
  const actor = { role: "admin", staffId: adminId } as const;
  const missing: string[] = [];
  for (const state of orderStates.filter((one) => !passing.has(one))) {
    const { items } = await core.orders.list(core.database, actor, { state, limit: 1 });
    if (items.length === 0) missing.push(`an order in state ${state}`);
  }
  return missing;
}

async function missingOfCustomer(core: Core, { adminId }: Staff, { shownCustomer }: HistoryPromise): Promise<string[]> {
  const actor = { role: "admin", staffId: adminId } as const;
  const orders = await core.orders.listOfEmail(core.database, shownCustomer, 50);
  for (const { id, deliveredAt } of orders) {
    if (deliveredAt !== null && (await core.receipts.list(core.database, actor, id)).length > 0) return [];
  }
  return [`a delivered order of ${shownCustomer} with a signed proof`];
}

async function countTotals({ database, deliveryProof }: Core): Promise<HistoryTotals> {
  const { rows } = await database.pool.query<Omit<HistoryTotals, "productsWithNumbers">>(
    `select (select count(*) from orders)::int as orders, (select count(*) from proof_receipts)::int as proofs,
       (select count(*) from products where state = 'published')::int as products`,
  );
  const metrics = await deliveryProof.allMetrics(database);
  const productsWithNumbers = metrics.filter(({ sampleSize }) => sampleSize >= trustedLines).length;
  return { orders: 0, proofs: 0, products: 0, ...rows[0], productsWithNumbers };
}
