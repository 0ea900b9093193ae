-- A credit note gives a part of an invoice back. An order has as many as it had refunds, each in a series of its own.
alter table papers add column refund_id text unique references refunds;
alter table papers drop constraint papers_kind_check;
alter table papers add constraint papers_kind_check check (kind in ('invoice', 'receipt', 'credit_note'));
alter table papers drop constraint papers_check;
alter table papers add constraint papers_numbered check ((kind in ('invoice', 'credit_note')) = (number is not null));
alter table papers add constraint papers_credit_of_refund check ((kind = 'credit_note') = (refund_id is not null));
alter table papers drop constraint papers_order_id_kind_key;
create unique index papers_one_of_a_kind on papers (order_id, kind) where kind <> 'credit_note';
create index papers_credit_notes on papers (order_id) where kind = 'credit_note';
