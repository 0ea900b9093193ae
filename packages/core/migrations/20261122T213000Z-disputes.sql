-- Money promised back for a line but not yet returned: what is promised is not promised twice.
alter table order_lines add column refund_reserved_minor bigint not null default 0
  check (refund_reserved_minor >= 0 and refunded_minor + refund_reserved_minor <= net_minor + tax_minor);
-- Refills somebody asked for and nobody decided on: an order is not closed over them.
alter table orders add column asked_refills int not null default 0 check (asked_refills >= 0);

-- A buyer's bank takes the money back until it has decided. The processor's id finds it again.
create table disputes (
  id text primary key,
  payment_id text not null references payments,
  order_id text not null,
  processor_id text not null unique,
  state text not null check (state in ('open', 'won', 'lost')),
  amount_minor bigint not null check (amount_minor >= 0),
  -- What was booked as lost, which is less when a part had gone back before.
  lost_minor bigint not null default 0 check (lost_minor >= 0 and lost_minor <= amount_minor),
  currency text not null,
  reason text not null,
  evidence_due_at timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  check ((state = 'open') = (closed_at is null))
);
create index disputes_by_order on disputes (order_id, opened_at);
create index disputes_open on disputes (payment_id) where state = 'open';
