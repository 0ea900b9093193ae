-- `drained`: takes no new orders and nobody waits for it; what it has goes on.
alter table providers drop constraint providers_state_check;
alter table providers add constraint providers_state_check check (state in ('active', 'paused', 'drained', 'retired'));
alter table providers
  -- When each secret was last set, by name: all that is ever told about one.
  add column secrets_set_at jsonb not null default '{}',
  -- Orders it may have under way at once; null is without a limit of its own.
  add column max_in_flight int check (max_in_flight >= 1);

alter table provider_services
  add column title text not null default '',
  add column is_active boolean not null default true,
  add column rules jsonb not null default '[]',
  -- What the supplier promises, business hours.
  add column starts_within_hours int not null default 24 check (starts_within_hours >= 1),
  add column delivers_within_hours int not null default 72 check (delivers_within_hours >= 1);

-- Discounted sums of outcomes, one row per thing counted: never scanned out of orders.
create table provider_quality (
  provider_id text not null references providers,
  service text not null,
  platform text not null,
  metric text not null,
  -- Each outcome multiplies the three by the discount and adds value, value squared and 1.
  weighted_sum double precision not null,
  weighted_squares double precision not null,
  weight double precision not null check (weight > 0),
  observations bigint not null check (observations >= 1),
  updated_at timestamptz not null,
  primary key (provider_id, service, platform, metric)
);

create table provider_days (
  provider_id text not null references providers,
  day date not null,
  accepted int not null default 0,
  completed int not null default 0,
  refused int not null default 0,
  cost_minor bigint not null default 0,
  primary key (provider_id, day)
);

-- What a supplier said is left of our credit. Kept for sixty days.
create table provider_balances (
  provider_id text not null references providers,
  read_at timestamptz not null,
  amount_minor bigint,
  currency text,
  -- Why there is no amount.
  trouble text,
  check ((amount_minor is null) = (trouble is not null)),
  primary key (provider_id, read_at)
);

-- What people and the shop changed about a supplier, and why.
create table provider_changes (
  id text primary key,
  provider_id text not null references providers,
  at timestamptz not null,
  actor jsonb not null,
  kind text not null,
  detail jsonb not null,
  reason text
);
create index provider_changes_newest on provider_changes (provider_id, at desc, id desc);
