-- Everything that happened, in the order of commit by (xid, seq): the source of telemetry and of exports.
create table events (
  id text primary key,
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  source text not null check (source in ('storefront', 'admin', 'automation')),
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  correlation_id text not null,
  actor jsonb not null,
  guardrail jsonb not null,
  metadata jsonb not null
);
create index events_by_name on events (name, seq desc);
-- The timeline of one order.
create index events_by_order on events ((metadata ->> 'orderId'), seq) where metadata ? 'orderId';
create index events_in_commit_order on events (xid, seq);

-- One row per keyed request: what it asked (fingerprint), whether it is done, and the answer to repeat.
create table idempotency_keys (
  principal text not null,
  route text not null,
  key text not null,
  fingerprint text not null,
  state text not null check (state in ('in_progress', 'done')),
  -- Who holds the key right now; an older holder can't finish any more.
  lease_token text not null,
  lease_until timestamptz not null,
  status int,
  body text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (principal, route, key)
);
create index idempotency_keys_by_expiry on idempotency_keys (expires_at);

-- How business time runs; one row. At rate 1 it is never read.
create table clock_epoch (
  one boolean primary key default true check (one),
  wall timestamptz not null,
  business timestamptz not null,
  rate double precision not null
);

-- When each recurring job last finished, so that readiness can tell the age of each.
create table job_heartbeats (
  job text primary key,
  finished_at timestamptz,
  failed_at timestamptz,
  detail text
);
