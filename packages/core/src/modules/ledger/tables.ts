import type { Currency } from "@smplat/contracts/vocabulary";
import type { Generated } from "kysely";

export interface LedgerTables {
  ledgerJournals: { id: string; journalKey: string; kind: string; orderId: string | null; at: Date };
  ledgerTransfers: {
    id: Generated<number>;
    journalId: string;
    debitAccount: string;
    creditAccount: string;
    amountMinor: number;
    currency: Currency;
  };
  /** Only accounts that must not go below zero have rows here. */
  ledgerBalances: { account: string; currency: Currency; balanceMinor: number };
}
