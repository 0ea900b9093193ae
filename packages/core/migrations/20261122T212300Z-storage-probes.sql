-- Whether the storage keeps what it is given: each probe with its steps, the newest kept. Wall time.
create table storage_probes (
  id text primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  status text not null check (status in ('running', 'ok', 'failed')),
  detail text not null,
  steps jsonb not null,
  -- Objects the probe may have left behind; emptied once they are deleted.
  leftovers text[] not null,
  check ((finished_at is null) = (status = 'running'))
);
create index storage_probes_newest on storage_probes (started_at desc);
