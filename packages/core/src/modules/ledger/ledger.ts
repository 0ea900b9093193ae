import type { Currency } from "@smplat/contracts/vocabulary";
import type { Scope, Tx } from "#infrastructure/database";
import { invariant } from "#kernel/domain-error";
import { newId } from "#kernel/id";
import { checkedMinor } from "#kernel/money";
import { insertJournal, sumAccount } from "./ledger-repository.ts";

export const ledgerAccounts = [
  "processor_clearing",
  "deferred_revenue",
  "vat_payable",
  "unapplied_receipts",
  "cost_of_delivery",
  "supplier_payable",
  "dispute_losses",
] as const;
export type LedgerAccount = (typeof ledgerAccounts)[number];

export interface Transfer {
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  /** More than zero. */
  readonly amountMinor: number;
  readonly currency: Currency;
}

export interface Journal {
  /** Names the fact, for ever: `capture:pay_…`. */
  readonly journalKey: string;
  readonly kind: "capture" | "unapplied" | "refund" | "supplier-cost" | "dispute";
  readonly orderId: string | null;
  readonly at: Date;
  /** Transfers of nothing are left out; at least one must remain. */
  readonly transfers: readonly Transfer[];
}

export interface Ledger {
  /** Books a fact in one statement. `posted` is false when it was booked before. */
  post(tx: Tx, journal: Journal): Promise<{ posted: boolean }>;
  /** Credits minus debits of an account in one currency. */
  balance(scope: Scope, account: LedgerAccount, currency: Currency): Promise<number>;
}

export function createLedger(): Ledger {
  return {
    post: async (tx, journal) => {
      const transfers = journal.transfers.filter((transfer) => checkedMinor(transfer.amountMinor) !== 0);
      invariant(transfers.length > 0, "a journal moves something");
      invariant(
        transfers.every((transfer) => transfer.amountMinor > 0),
        "a transfer moves a positive amount",
      );
      return { posted: await insertJournal(tx, newId("jrn"), { ...journal, transfers }) };
    },
    balance: sumAccount,
  };
}
