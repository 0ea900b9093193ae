-- One attempt to pay an order: its own intent at the processor, found again by its id whatever happens.
create table payments (
  id text primary key,
  order_id text not null references orders,
  state text not null check (state in ('created', 'requires_action', 'processing', 'succeeded', 'failed', 'canceled')),
  processor_id text unique,
  payment_method_id text not null,
  return_url text,
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  authorized_minor bigint not null default 0 check (authorized_minor >= 0),
  captured_minor bigint not null default 0,
  applied_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  reserved_minor bigint not null default 0,
  lost_minor bigint not null default 0 check (lost_minor >= 0),
  failure_code text,
  failure_message text,
  next_action_url text,
  -- Why a person should look: captured money that fits no order.
  review_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (captured_minor >= 0 and captured_minor <= authorized_minor),
  check (refunded_minor >= 0 and reserved_minor >= 0 and refunded_minor + reserved_minor <= captured_minor),
  check (applied_minor >= 0 and applied_minor <= captured_minor)
);
create index payments_by_order on payments (order_id, created_at desc);
-- Money is applied to an order once.
create unique index payments_one_applied on payments (order_id) where applied_minor > 0;

create table refunds (
  id text primary key,
  payment_id text not null references payments,
  order_id text not null,
  request_key text not null,
  state text not null check (state in ('requested', 'submitted', 'succeeded', 'failed')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  lines jsonb not null,
  reason text not null,
  applied boolean not null,
  processor_id text unique,
  failure text,
  requested_by jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (payment_id, request_key)
);
create index refunds_by_order on refunds (order_id);

-- The inbox: each event of the processor once, as it came.
create table processor_events (
  id text primary key,
  type text not null,
  payload jsonb not null,
  received_at timestamptz not null
);
