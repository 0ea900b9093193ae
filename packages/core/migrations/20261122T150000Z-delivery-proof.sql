-- One row per line of a paid order: what was read of its channel, and what may be said about it.
create table proof_lines (
  line_id text primary key,
  order_id text not null,
  product_id text not null,
  account_id text,
  deliverable_kind text not null,
  state text not null check (state in ('awaiting', 'ready', 'delivering', 'completed', 'canceled')),
  ordered_units int not null check (ordered_units > 0),
  delivered_units int not null default 0 check (delivered_units >= 0),
  deadline_at timestamptz not null,
  baseline_snapshot_id text,
  baseline_missing text,
  latest_snapshot_id text,
  started_at timestamptz,
  due_at timestamptz,
  completed_at timestamptz check ((completed_at is not null) = (state = 'completed')),
  on_time boolean check ((on_time is not null) = (state = 'completed')),
  label text not null check (label in ('attributed', 'consistent_with', 'inconclusive', 'contradicts', 'not_yet_known')),
  finding text not null,
  change jsonb,
  -- What the product's aggregates hold of this line.
  counted jsonb check ((counted is not null) = (state = 'completed')),
  updated_at timestamptz not null,
  check (num_nonnulls(baseline_snapshot_id, baseline_missing) <= 1)
);
create index proof_lines_by_order on proof_lines (order_id);

-- A reading from before the start can't be taken again: what was settled stays.
create function keep_baseline() returns trigger language plpgsql as $$
begin
  raise exception 'the baseline of % is settled', old.line_id using errcode = 'restrict_violation';
end $$;
create trigger proof_lines_keep_baseline before update on proof_lines for each row
  when (num_nonnulls(old.baseline_snapshot_id, old.baseline_missing) > 0
    and (old.baseline_snapshot_id is distinct from new.baseline_snapshot_id
      or old.baseline_missing is distinct from new.baseline_missing))
  execute function keep_baseline();

-- Every reading that was due: taken, or missing for a reason.
create table proof_readings (
  line_id text not null references proof_lines,
  phase text not null check (phase in ('baseline', 'during', 'after')),
  due_at timestamptz not null,
  snapshot_id text,
  missing text,
  primary key (line_id, phase, due_at),
  check (num_nonnulls(snapshot_id, missing) = 1)
);
create trigger proof_readings_append_only before update or delete on proof_readings
  for each row execute function refuse_change();

-- Sums over the completed lines of a product. Weights double every 90 days of completion time.
create table proof_aggregates (
  product_id text primary key,
  lines int not null check (lines >= 0),
  weight double precision not null,
  on_time_weight double precision not null,
  attributed int not null check (attributed >= 0),
  consistent_with int not null check (consistent_with >= 0),
  inconclusive int not null check (inconclusive >= 0),
  contradicts int not null check (contradicts >= 0),
  not_yet_known int not null check (not_yet_known >= 0),
  computed_at timestamptz not null,
  check (lines = attributed + consistent_with + inconclusive + contradicts + not_yet_known)
);
-- How many lines fell on each value: percent for fulfillment, tenths of a percent for lift.
create table proof_histogram (
  product_id text not null,
  measure text not null check (measure in ('fulfillment', 'lift')),
  value int not null,
  lines int not null check (lines >= 0),
  weight double precision not null,
  primary key (product_id, measure, value)
);
