-- What people decided about jobs that gave up: who, when and why, with what the job was. Kept longer than the queue keeps it.
create table dead_letter_decisions (
  dead_letter_id uuid primary key,
  job text not null,
  payload jsonb not null,
  error text not null,
  failed_at timestamptz not null,
  decision text not null check (decision in ('retried', 'discarded')),
  reason text not null check (reason <> ''),
  decided_by jsonb not null,
  -- Wall time, as the queue's own.
  decided_at timestamptz not null default now()
);
create index dead_letter_decisions_newest on dead_letter_decisions (decided_at desc);
create trigger dead_letter_decisions_append_only before update or delete on dead_letter_decisions
  for each row execute function refuse_change();
