-- What somebody can say of a channel: one row per person and identity on a platform, never per handle, for handles move.
create table channel_claims (
  id text primary key,
  owner_id text not null,
  -- The row it was last proven through; merges and renames leave it behind.
  account_id text not null references social_accounts,
  platform text not null,
  platform_user_id text not null,
  -- As it was when proven, and as it looks to a reader.
  handle text not null,
  skeleton text not null,
  state text not null check (state in ('proven', 'stale', 'demoted')),
  method text not null check (method in ('oauth', 'protocol', 'bio_code')),
  evidence jsonb not null,
  -- Why it is not proven any more.
  reason text check (reason in ('age', 'identity_changed', 'proven_by_another')),
  proven_at timestamptz not null,
  expires_at timestamptz not null,
  changed_at timestamptz not null,
  unique (owner_id, platform, platform_user_id),
  check ((state = 'proven') = (reason is null))
);
-- Nobody shares a channel: whoever proves it last has it.
create unique index channel_claims_one_owner on channel_claims (platform, platform_user_id) where state = 'proven';
create index channel_claims_by_look on channel_claims (platform, skeleton) where state = 'proven';

-- Codes to be found on a channel. Kept after their end: a proven one is the evidence's history.
create table ownership_challenges (
  id text primary key,
  owner_id text not null,
  account_id text not null references social_accounts,
  platform_user_id text not null,
  purpose text not null,
  code text not null,
  state text not null check (state in ('issued', 'proven', 'expired', 'exhausted')),
  checks int not null default 0 check (checks between 0 and 6),
  -- All on the wall: a person waits.
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  next_check_at timestamptz not null,
  settled_at timestamptz,
  method text check (method in ('protocol', 'bio_code')),
  evidence jsonb,
  check ((state = 'proven') = (evidence is not null)),
  check ((state = 'issued') = (settled_at is null))
);
create unique index ownership_challenges_one_open on ownership_challenges (owner_id, account_id, purpose)
  where state = 'issued';
create index ownership_challenges_by_owner on ownership_challenges (owner_id);
create index ownership_challenges_by_code on ownership_challenges (code) where state = 'issued';
create index ownership_challenges_open_until on ownership_challenges (expires_at) where state = 'issued';
create index ownership_challenges_to_purge on ownership_challenges (settled_at) where state in ('expired', 'exhausted');

-- Trips to a platform's consent page, bound to who set out; single use, ten minutes.
create table ownership_consents (
  state_hash text primary key,
  owner_id text not null,
  account_id text not null references social_accounts,
  -- Sealed for the state.
  code_verifier text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index ownership_consents_to_purge on ownership_consents (expires_at);

-- Channels somebody does not want to see any more; orders keep naming them.
create table disconnected_channels (
  account_id text primary key references social_accounts,
  disconnected_at timestamptz not null
);

-- What somebody aims for with a channel: one goal per number, measured from where it stood when it was set.
create table channel_goals (
  account_id text not null references social_accounts,
  metric text not null check (metric in ('followers', 'posts', 'views')),
  target bigint not null check (target > 0),
  due_on date not null,
  started_from bigint,
  started_at timestamptz not null,
  primary key (account_id, metric)
);
