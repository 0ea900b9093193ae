import type { SupplierService } from "./accept-job.ts";
import type { SupplierControl, SupplierState } from "./supplier-state.ts";

const scale = 10_000;

/** A unit's price on today's list. */
export const unitCostToday = ({ priceFactor }: SupplierControl, { unitCostMinor }: SupplierService): number =>
  Math.round(unitCostMinor * priceFactor * scale) / scale;

/** What an order taken now costs. */
export const priceToday = (control: SupplierControl, service: SupplierService, quantity: number): number =>
  Math.ceil(Math.round(quantity * unitCostToday(control, service) * scale) / scale);

/** What an order would cost beyond the prepaid credit, both in minor units; undefined when the credit covers it. */
export function uncovered(
  { control }: SupplierState,
  service: SupplierService,
  quantity: number,
): { leftMinor: number; neededMinor: number } | undefined {
  const neededMinor = priceToday(control, service, quantity);
  const { creditMinor } = control;
  return creditMinor !== null && neededMinor > creditMinor ? { leftMinor: creditMinor, neededMinor } : undefined;
}

/**
 * What is left: the prepaid credit, or of a line that is topped up whenever it runs low, so that no demo ends for want
 * of supplier credit.
 */
export function remainingCredit(
  state: SupplierState,
  startMinor: number,
  floorMinor: number,
  topUpMinor: number,
): number {
  if (state.control.creditMinor !== null) return state.control.creditMinor;
  const spent = Object.values(state.jobs).reduce((sum, job) => sum + job.priceMinor, 0);
  const missing = floorMinor - (startMinor - spent);
  return startMinor - spent + (missing > 0 ? Math.ceil(missing / topUpMinor) * topUpMinor : 0);
}
