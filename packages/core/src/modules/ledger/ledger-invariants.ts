import type { Invariant } from "#kernel/invariant";

export const ledgerInvariants: readonly Invariant[] = [
  {
    id: "M1",
    says: "every journal has transfers, all in one currency, so it balances",
    sql: `select j.id from ledger_journals j left join ledger_transfers t on t.journal_id = j.id
          group by j.id having count(t.id) = 0 or count(distinct t.currency) > 1`,
  },
  {
    id: "M3",
    says: "transfers move positive whole amounts between two accounts",
    sql: `select id from ledger_transfers where amount_minor <= 0 or debit_account = credit_account`,
  },
  {
    id: "M8",
    says: "kept balances equal their transfers and are not below zero",
    sql: `select b.account, b.currency, b.balance_minor from ledger_balances b
          left join lateral (
            select coalesce(sum(case when credit_account = b.account then amount_minor else -amount_minor end), 0) as total
            from ledger_transfers t where (t.credit_account = b.account or t.debit_account = b.account)
              and t.currency = b.currency
          ) s on true
          where b.balance_minor < 0 or b.balance_minor <> s.total`,
  },
];
