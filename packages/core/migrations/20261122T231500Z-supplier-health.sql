-- What the last outcomes say of a supplier, so that trouble is noted when it begins and when it ends. One row each.
create table provider_health (
  provider_id text primary key references providers,
  -- Submits that were not taken, since the last one that was.
  failed_in_row int not null check (failed_in_row >= 0),
  -- Share delivered late, of about the last ten deliveries, and how many there were.
  late_share double precision not null check (late_share between 0 and 1),
  deliveries int not null check (deliveries >= 0),
  -- Names of the incidents that go on.
  open_incidents jsonb not null
);
