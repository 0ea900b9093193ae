-- Readings to come: a row from the moment a reading is planned until it was taken or given up. Kept here and not in the
-- job queue, which looks through everything that waits in a lane to find what is due.
create table proof_due (
  line_id text not null references proof_lines,
  phase text not null check (phase in ('during', 'after', 'asked')),
  step int not null,
  -- Business time: when the schedule wants it, and when it is tried next.
  due_at timestamptz not null,
  next_at timestamptz not null,
  attempt int not null default 0,
  interval_ms double precision not null,
  -- Wall time at which it went to the queue; null while it waits for its time.
  handed_at timestamptz,
  asked_by text,
  reason text,
  primary key (line_id, phase, step)
);
create index proof_due_waiting on proof_due (next_at) where handed_at is null;
create index proof_due_handed on proof_due (handed_at) where handed_at is not null;

alter table proof_lines
  -- How many readings of the days before the start the baseline rests on, and the hours they span.
  add column baseline_strength jsonb,
  -- Whether a person vouched for a number the change rests on.
  add column attested boolean not null default false;

alter table proof_readings
  add column latency_ms int,
  add column tries int not null default 1,
  add column asked_by text,
  add column reason text,
  drop constraint proof_readings_phase_check,
  add constraint proof_readings_phase_check check (phase in ('baseline', 'during', 'after', 'asked'));

-- What is shown of a product, worked out when a line is counted: old lines weigh less by a factor all share, so nothing
-- changes in between. Nothing is shown of a product counted before this column until its next line.
alter table proof_aggregates
  add column shown jsonb not null default '{"fulfillmentPercent": null, "lift": null, "onTimePercent": null}';
