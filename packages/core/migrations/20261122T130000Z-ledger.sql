create table ledger_accounts (
  code text primary key,
  normal text not null check (normal in ('debit', 'credit')),
  about text not null
);
insert into ledger_accounts (code, normal, about) values
  ('processor_clearing', 'debit', 'money the card processor holds for us'),
  ('deferred_revenue', 'credit', 'paid for, not yet delivered, net'),
  ('vat_payable', 'credit', 'tax collected for the state'),
  ('unapplied_receipts', 'credit', 'captured money that fits no order; goes back'),
  ('cost_of_delivery', 'debit', 'what suppliers charge for work'),
  ('supplier_payable', 'credit', 'owed to suppliers'),
  ('dispute_losses', 'debit', 'money lost to disputes');

-- Balances of accounts that must never go below zero, one row per currency, changed with the transfers.
create table ledger_balances (
  account text not null references ledger_accounts (code),
  currency text not null,
  balance_minor bigint not null check (balance_minor >= 0),
  primary key (account, currency)
);
insert into ledger_balances (account, currency, balance_minor)
  select 'unapplied_receipts', currency, 0 from unnest(array['EUR', 'USD', 'GBP']) as currency;

create table ledger_journals (
  id text primary key,
  journal_key text not null unique,
  kind text not null,
  order_id text,
  at timestamptz not null
);
create index ledger_journals_by_order on ledger_journals (order_id) where order_id is not null;

-- A transfer is one debit and one credit of the same amount: a journal can't be out of balance.
create table ledger_transfers (
  id bigint generated always as identity primary key,
  journal_id text not null references ledger_journals,
  debit_account text not null references ledger_accounts (code),
  credit_account text not null references ledger_accounts (code),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  check (debit_account <> credit_account)
);
create index ledger_transfers_by_journal on ledger_transfers (journal_id);
create trigger ledger_journals_append_only before update or delete on ledger_journals
  for each row execute function refuse_change();
create trigger ledger_transfers_append_only before update or delete on ledger_transfers
  for each row execute function refuse_change();
