import type { Currency } from "@smplat/contracts/vocabulary";
import { sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { Journal, LedgerAccount } from "./ledger.ts";
import type { LedgerTables } from "./tables.ts";

/** Journal, transfers and kept balances in one statement. False when the key was booked before. */
export async function insertJournal(tx: Tx, id: string, journal: Journal): Promise<boolean> {
  const moves = JSON.stringify(
    journal.transfers.map(({ debit, credit, amountMinor, currency }) => ({
      debit,
      credit,
      amount: amountMinor,
      currency,
    })),
  );
  const result = await sql<{ id: string }>`
    with journal as (
      insert into ledger_journals (id, journal_key, kind, order_id, at)
      values (${id}, ${journal.journalKey}, ${journal.kind}, ${journal.orderId}, ${journal.at})
      on conflict (journal_key) do nothing returning id
    ), moves as (
      select journal.id as journal_id, m.* from journal,
        jsonb_to_recordset(${moves}::jsonb) as m (debit text, credit text, amount bigint, currency text)
    ), transfers as (
      insert into ledger_transfers (journal_id, debit_account, credit_account, amount_minor, currency)
      select journal_id, debit, credit, amount, currency from moves
    ), changes as (
      select account, currency, sum(delta) as delta from (
        select credit as account, currency, amount as delta from moves
        union all select debit, currency, -amount from moves
      ) sides group by account, currency
    ), kept as (
      update ledger_balances b set balance_minor = b.balance_minor + c.delta
      from changes c where b.account = c.account and b.currency = c.currency
    )
    select id from journal`.execute(tx.tables<LedgerTables>());
  return result.rows.length > 0;
}

export async function sumAccount(scope: Scope, account: LedgerAccount, currency: Currency): Promise<number> {
  const row = await scope
    .tables<LedgerTables>()
    .selectFrom("ledgerTransfers")
    .select(
      sql<number>`coalesce(sum(case when credit_account = ${account} then amount_minor else -amount_minor end), 0)::bigint`.as(
        "balance",
      ),
    )
    .where((where) => where.or([where("debitAccount", "=", account), where("creditAccount", "=", account)]))
    .where("currency", "=", currency)
    .executeTakeFirstOrThrow();
  return row.balance;
}
