-- Counts that two people of the staff stand for where no source can tell, or tells wrong. For a channel, not for one
-- owner's row of it. The rows are the audit: they change state and are never removed.
create table reading_attestations (
  id text primary key,
  platform text not null,
  handle text not null,
  state text not null check (state in ('proposed', 'live', 'declined', 'revoked', 'expired')),
  followers bigint not null check (followers >= 0),
  posts bigint check (posts >= 0),
  -- Business time at which somebody saw these counts.
  observed_at timestamptz not null,
  evidence_url text,
  evidence_text text not null,
  reason text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by text check (decided_by <> entered_by),
  decided_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  end_reason text,
  check ((state in ('live', 'revoked', 'expired')) <= (decided_by is not null)),
  check (expires_at > observed_at)
);
create unique index reading_attestations_one_live on reading_attestations (platform, handle) where state = 'live';
create index reading_attestations_by_state on reading_attestations (state, entered_at desc, id desc);
create index reading_attestations_by_time on reading_attestations (entered_at desc, id desc);

create index social_accounts_by_channel on social_accounts (platform, lower(handle));
