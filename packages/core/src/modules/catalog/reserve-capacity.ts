import type { Tx } from "#infrastructure/database";
import { invariant } from "#kernel/domain-error";
import { productNotPublished, productSoldOut } from "./catalog-errors.ts";
import { addCapacity, takeCapacity } from "./product-repository.ts";

export interface CapacityItem {
  readonly productId: string;
  readonly units: number;
}

/**
 * Takes capacity for all items in one conditional statement. What could not be taken is named in the error; the
 * caller's transaction takes back what could.
 */
export async function reserveCapacity(tx: Tx, items: readonly CapacityItem[]): Promise<void> {
  const wanted = addUp(items);
  if (wanted.length === 0) return;
  const results = await takeCapacity(tx, wanted);
  const hidden = results.filter((result) => result.state !== "published");
  if (hidden.length > 0) throw productNotPublished(hidden.map((result) => result.productId));
  const short = results.filter((result) => result.limited && !result.taken);
  if (short.length > 0) throw productSoldOut(short.map((result) => result.productId));
}

/** Gives capacity back, e.g. when an order is canceled. The caller makes sure that it happens once. */
export async function releaseCapacity(tx: Tx, items: readonly CapacityItem[]): Promise<void> {
  const wanted = addUp(items);
  if (wanted.length > 0) await addCapacity(tx, wanted);
}

/** One item per product: an order may hold several lines of the same one. */
function addUp(items: readonly CapacityItem[]): CapacityItem[] {
  const units = new Map<string, number>();
  for (const item of items) {
    invariant(Number.isSafeInteger(item.units) && item.units > 0, "capacity is counted in whole units");
    units.set(item.productId, (units.get(item.productId) ?? 0) + item.units);
  }
  return [...units].map(([productId, count]) => ({ productId, units: count }));
}
