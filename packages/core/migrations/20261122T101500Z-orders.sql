create sequence order_numbers start 100001;

create table orders (
  id text primary key,
  number text unique,
  owner_id text not null,
  cart_id text not null,
  state text not null check (state in ('awaiting_payment', 'processing', 'active', 'delivered', 'refilling',
    'completed', 'on_hold', 'disputed', 'canceled', 'refunded')),
  version int not null check (version >= 1),
  currency text not null,
  locale text not null,
  contact jsonb not null,
  billing jsonb not null,
  net_minor bigint not null check (net_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  total_minor bigint not null check (total_minor = net_minor + tax_minor),
  captured_minor bigint not null default 0 check (captured_minor >= 0),
  refunded_minor bigint not null default 0 check (refunded_minor >= 0 and refunded_minor <= captured_minor),
  lost_minor bigint not null default 0 check (lost_minor >= 0),
  cart_quote_id text not null,
  consents jsonb not null,
  notes text,
  review_reason text,
  hold_reason text,
  dispute_open boolean not null default false,
  open_refills int not null default 0 check (open_refills >= 0),
  placed_at timestamptz not null,
  paid_at timestamptz,
  delivered_at timestamptz,
  closed_at timestamptz,
  updated_at timestamptz not null,
  -- Money is certain exactly when the order has a number.
  check ((number is null) = (paid_at is null))
);
-- A cart becomes one order; after a cancel it may become another.
create unique index orders_one_per_cart on orders (cart_id) where state <> 'canceled';
create index orders_by_owner on orders (owner_id, placed_at desc, id desc);
create index orders_newest on orders (placed_at desc, id desc);
create index orders_by_state on orders (state, placed_at desc, id desc);
create index orders_by_email on orders ((contact ->> 'email'));

create table order_lines (
  id text primary key,
  order_id text not null references orders,
  position int not null,
  product_id text not null,
  product jsonb not null,
  quantity int not null check (quantity > 0),
  selection jsonb not null,
  summary jsonb not null,
  platform_context jsonb,
  social_account_id text,
  parts jsonb not null,
  net_minor bigint not null check (net_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  tax_rate_bp int not null,
  refunded_minor bigint not null default 0 check (refunded_minor >= 0 and refunded_minor <= net_minor + tax_minor),
  -- What fulfillment last reported; null until the order is paid.
  state text check (state in ('awaiting_baseline', 'ready', 'submitting', 'ambiguous', 'accepted', 'delivering',
    'fulfilled', 'short', 'failed', 'canceled')),
  delivered_units int not null default 0 check (delivered_units >= 0),
  started_at timestamptz,
  due_at timestamptz,
  completed_at timestamptz,
  checked_at timestamptz,
  guarantee_ends_at timestamptz,
  evidence jsonb not null default '[]',
  unique (order_id, position)
);
create index order_lines_by_product on order_lines (product_id);
create index order_lines_by_account on order_lines (social_account_id) where social_account_id is not null;

-- One row per transition, numbered without gaps by the order's version.
create table order_audit (
  order_id text not null references orders,
  seq int not null check (seq >= 1),
  command text not null,
  from_state text,
  to_state text not null,
  actor jsonb not null,
  reason text,
  metadata jsonb not null,
  at timestamptz not null,
  primary key (order_id, seq)
);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger order_audit_append_only before update or delete on order_audit
  for each row execute function refuse_change();
