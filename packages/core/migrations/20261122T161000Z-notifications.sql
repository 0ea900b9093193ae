-- One row per mail that an event asks for. The words are written when it is sent, so a row holds no text and no token.
create table notification_sends (
  id text primary key,
  event_id text not null,
  template text not null,
  task jsonb not null,
  state text not null check (state in ('queued', 'sent', 'skipped', 'refused')),
  -- Why a mail was not sent or not taken.
  detail text,
  queued_at timestamptz not null,
  settled_at timestamptz,
  unique (event_id, template),
  check ((state = 'queued') = (settled_at is null))
);
create index notification_sends_open on notification_sends (queued_at) where state in ('queued', 'refused');
