import type pg from "pg";
import type { Invariant } from "#kernel/invariant";
import { paperInvariants } from "#modules/billing";
import { catalogInvariants } from "#modules/catalog";
import { ownershipInvariants } from "#modules/channel-ownership";
import { customerInvariants } from "#modules/customers";
import { proofInvariants } from "#modules/delivery-proof";
import { fulfillmentInvariants } from "#modules/fulfillment";
import { ledgerInvariants } from "#modules/ledger";
import { livenessInvariants } from "#modules/liveness";
import { orderInvariants } from "#modules/orders";
import { paymentInvariants } from "#modules/payments";
import { receiptInvariants } from "#modules/receipts";
import { refillInvariants } from "#modules/refills";
import { riskInvariants } from "#modules/risk";
import { crossModuleInvariants } from "./cross-module-invariants.ts";
import { jobInvariants } from "./job-invariants.ts";

/** Every invariant that can be asked of the database, by module. */
export const invariants: readonly Invariant[] = [
  ...catalogInvariants,
  ...customerInvariants,
  ...ownershipInvariants,
  ...fulfillmentInvariants,
  ...livenessInvariants,
  ...proofInvariants,
  ...ledgerInvariants,
  ...orderInvariants,
  ...paymentInvariants,
  ...paperInvariants,
  ...receiptInvariants,
  ...refillInvariants,
  ...riskInvariants,
  ...crossModuleInvariants,
  ...jobInvariants,
];

/** An invariant that does not hold, with the rows that break it. */
export interface Finding {
  readonly id: string;
  readonly says: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const rowsShownMax = 20;

/** Asks the database whether everything that must hold does. An empty answer is the good one. */
export async function verify(
  pool: pg.Pool,
): Promise<{ readonly checked: number; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  for (const { id, says, sql } of invariants) {
    const result = await pool.query<Record<string, unknown>>(`select * from (${sql}) broken limit ${rowsShownMax}`);
    if (result.rows.length > 0) findings.push({ id, says, rows: result.rows });
  }
  return { checked: invariants.length, findings };
}
