-- Why a reading is missing: as much part of a channel's history as the readings. Never changed.
create table metric_gaps (
  id text primary key,
  account_id text not null references social_accounts,
  taken_at timestamptz not null,
  source text,
  kind text not null,
  -- Wall time before which asking again is of no use; null when nobody can tell.
  retry_at timestamptz
);
create index metric_gaps_by_account on metric_gaps (account_id, taken_at desc, id desc);
create trigger metric_gaps_append_only before update or delete on metric_gaps
  for each row execute function refuse_change();

alter table metric_snapshots drop constraint metric_snapshots_method_check;
alter table metric_snapshots add constraint metric_snapshots_method_check
  check (method in ('official_api', 'owner_oauth', 'manual', 'scraper')) not valid;
alter table metric_snapshots validate constraint metric_snapshots_method_check;
