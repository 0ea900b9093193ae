-- A net price for one configured line, honoured until it expires. Times are of the wall.
create table line_quotes (
  id text primary key,
  owner_id text not null,
  product_id text not null references products,
  product_version int not null,
  quantity int not null check (quantity > 0),
  selection jsonb not null,
  platform_context jsonb,
  currency text not null,
  locale text not null,
  parts jsonb not null,
  summary jsonb not null,
  net_minor bigint not null check (net_minor >= 0),
  config_hash text not null,
  signature text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  cart_line_id text
);
create index line_quotes_by_owner on line_quotes (owner_id);
create index line_quotes_unused on line_quotes (expires_at) where cart_line_id is null;
