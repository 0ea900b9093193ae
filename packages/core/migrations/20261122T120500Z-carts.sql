create table carts (
  id text primary key,
  owner_id text not null,
  currency text not null,
  state text not null check (state in ('open', 'ordered', 'merged')),
  version int not null check (version >= 1),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- One open cart per visitor and currency.
create unique index carts_one_open on carts (owner_id, currency) where state = 'open';

create table cart_lines (
  id text primary key,
  cart_id text not null references carts,
  product_id text not null,
  -- Same product, choices and channel: one line, whose quantity grows.
  config_hash text not null,
  quantity int not null check (quantity > 0),
  quote_id text not null,
  -- Every quote that was added to this line: adding one of them again changes nothing.
  quote_ids text[] not null,
  item jsonb not null,
  added_at timestamptz not null,
  unique (cart_id, config_hash)
);

create table cart_quotes (
  id text primary key,
  cart_id text not null references carts,
  owner_id text not null,
  cart_version int not null,
  currency text not null,
  billing_country text not null,
  tax_id text,
  lines jsonb not null,
  adjustments jsonb not null,
  taxes jsonb not null,
  tax_note jsonb,
  net_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null check (total_minor = net_minor + tax_minor),
  signature text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index cart_quotes_by_cart on cart_quotes (cart_id);
