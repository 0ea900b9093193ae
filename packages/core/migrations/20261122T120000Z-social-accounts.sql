-- Channels people gave us. One row per owner and channel.
create table social_accounts (
  id text primary key,
  owner_id text not null,
  platform text not null,
  handle text not null,
  -- The platform's own id: stays when the handle moves.
  platform_user_id text,
  display_name text,
  profile_url text not null,
  avatar_url text,
  state text not null check (state in ('measured', 'not_measured', 'failed')),
  last_failure text check ((last_failure is null) = (state <> 'failed')),
  last_read_at timestamptz,
  -- The same channel of the account a guest signed in to; the guest's row stays because orders and readings name it.
  merged_into text references social_accounts,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index social_accounts_one_per_channel on social_accounts (owner_id, platform, lower(handle));
create index social_accounts_by_merge on social_accounts (merged_into) where merged_into is not null;

-- Readings of channels. What a reading said is never changed; a count that was not told is null.
create table metric_snapshots (
  id text primary key,
  account_id text not null references social_accounts,
  taken_at timestamptz not null,
  source text not null,
  method text not null check (method in ('official_api', 'owner_oauth', 'manual')),
  metrics jsonb not null,
  precision jsonb not null,
  raw_hash text not null,
  etag text
);
create index metric_snapshots_by_account on metric_snapshots (account_id, taken_at desc, id desc);
create trigger metric_snapshots_append_only before update or delete on metric_snapshots
  for each row execute function refuse_change();
