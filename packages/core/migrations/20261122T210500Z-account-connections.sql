-- The owner's consent to read a channel: one per account. Tokens are sealed; no query of the shop gives them back.
create table account_connections (
  account_id text primary key references social_accounts,
  state text not null check (state in ('live', 'expired')),
  scopes text[] not null,
  -- Access and refresh token, sealed for this account.
  sealed_tokens text not null,
  -- Wall time, as the platform counts it; null when the platform told none.
  expires_at timestamptz,
  -- Counts every change of the tokens: who refreshed from an older one lost the race.
  version integer not null default 1,
  connected_at timestamptz not null,
  updated_at timestamptz not null
);
