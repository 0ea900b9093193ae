export { createLedger, type Journal, type Ledger, type LedgerAccount, type Transfer } from "./ledger.ts";
export { ledgerInvariants } from "./ledger-invariants.ts";
