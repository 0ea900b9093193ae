create table providers (
  id text primary key,
  name text not null unique,
  kind text not null check (kind in ('http', 'manual')),
  state text not null check (state in ('active', 'paused', 'retired')),
  currency text not null,
  config jsonb not null,
  -- By name; each value sealed with the provider's id as its context.
  secrets jsonb not null,
  version int not null check (version >= 1),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table provider_services (
  id text primary key,
  provider_id text not null references providers,
  service text not null,
  cost jsonb not null,
  currency text not null,
  unique (provider_id, service)
);

-- Which service serves what: a product's own row wins over its service key's.
create table product_services (
  id text primary key,
  product_id text,
  service_key text,
  provider_service_id text not null references provider_services,
  units_per_item int not null check (units_per_item >= 1),
  priority int not null,
  check ((product_id is null) <> (service_key is null))
);
create unique index product_services_once on product_services
  (coalesce(product_id, ''), coalesce(service_key, ''), provider_service_id);
create index product_services_by_product on product_services (product_id) where product_id is not null;
create index product_services_by_key on product_services (service_key) where service_key is not null;

create table fulfillment_lines (
  -- The order line's id: an order has exactly one set of these.
  id text primary key,
  order_id text not null,
  product_id text not null,
  social_account_id text,
  state text not null check (state in ('awaiting_baseline', 'ready', 'submitting', 'ambiguous', 'accepted', 'delivering',
    'fulfilled', 'short', 'failed', 'canceled')),
  ordered_units int not null check (ordered_units > 0),
  delivered_units int not null check (delivered_units >= 0),
  brief jsonb not null,
  starts_within_hours int not null,
  delivers_within_hours int not null check (delivers_within_hours > 0),
  guarantee_days int not null check (guarantee_days >= 0),
  threshold_percent int not null check (threshold_percent between 0 and 100),
  baseline_deadline_at timestamptz not null,
  baseline_snapshot_id text,
  baseline_missing text,
  attempt_count int not null check (attempt_count >= 0),
  started_at timestamptz,
  due_at timestamptz,
  completed_at timestamptz,
  guarantee_ends_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (baseline_snapshot_id is null or baseline_missing is null),
  -- Nothing is submitted before the reading was made or given up.
  check (state in ('awaiting_baseline', 'canceled') or baseline_snapshot_id is not null or baseline_missing is not null),
  check (state not in ('fulfilled', 'short') or (completed_at is not null and guarantee_ends_at is not null))
);
create index fulfillment_lines_by_order on fulfillment_lines (order_id);
create index fulfillment_lines_ready on fulfillment_lines (id) where state = 'ready';

-- A baseline is written once: a later reading would measure the delivery against itself.
create function refuse_baseline_change() returns trigger language plpgsql as $$
begin
  raise exception 'the baseline of % is already set', old.id using errcode = 'restrict_violation';
end $$;
create trigger fulfillment_lines_baseline_once
  before update of baseline_snapshot_id, baseline_missing on fulfillment_lines for each row
  when ((old.baseline_snapshot_id is not null or old.baseline_missing is not null)
    and (new.baseline_snapshot_id, new.baseline_missing) is distinct from (old.baseline_snapshot_id, old.baseline_missing))
  execute function refuse_baseline_change();

create table fulfillment_attempts (
  id text primary key,
  line_id text not null references fulfillment_lines,
  order_id text not null,
  number int not null check (number >= 1),
  provider_id text not null references providers,
  service text not null,
  reference text not null unique,
  external_id text,
  state text not null check (state in ('submitting', 'ambiguous', 'accepted', 'completed', 'not_sent', 'refused',
    'canceled')),
  quantity int not null check (quantity > 0),
  units_per_item int not null check (units_per_item >= 1),
  cost_minor bigint check (cost_minor >= 0),
  currency text not null,
  supplier_status text,
  supplier_delivered int not null check (supplier_delivered >= 0),
  reported_at timestamptz,
  evidence jsonb not null,
  polls int not null,
  job_id text not null,
  submitted_at timestamptz not null,
  checked_at timestamptz,
  last_error text,
  cancel_requested_at timestamptz,
  closed_at timestamptz,
  unique (line_id, number),
  check (state not in ('accepted', 'completed') or external_id is not null),
  check (state not in ('not_sent', 'refused', 'canceled') or closed_at is not null)
);
-- One order at one supplier at a time; a second submit has to wait until the first is known to be dead.
create unique index fulfillment_attempts_one_live on fulfillment_attempts (line_id) where closed_at is null;
create unique index fulfillment_attempts_by_external on fulfillment_attempts (provider_id, external_id)
  where external_id is not null;
create index fulfillment_attempts_by_order on fulfillment_attempts (order_id, number);
create index fulfillment_attempts_open_by_provider on fulfillment_attempts (provider_id, submitted_at)
  where closed_at is null;

-- Webhooks of suppliers as they came: each once, applied by a job.
create table provider_events (
  provider_id text not null references providers,
  event_id text not null,
  received_at timestamptz not null,
  body text not null,
  applied_at timestamptz,
  outcome text,
  primary key (provider_id, event_id)
);
create index provider_events_by_age on provider_events (received_at);

create table fulfillment_follow_ups (
  id text primary key,
  order_id text not null,
  line_id text not null references fulfillment_lines,
  attempt_id text references fulfillment_attempts,
  kind text not null,
  detail text not null,
  created_at timestamptz not null,
  resolved_at timestamptz
);
-- The same trouble is told once until somebody saw to it.
create unique index fulfillment_follow_ups_open on fulfillment_follow_ups (line_id, coalesce(attempt_id, ''), kind)
  where resolved_at is null;
create index fulfillment_follow_ups_newest on fulfillment_follow_ups (created_at desc, id desc)
  where resolved_at is null;
