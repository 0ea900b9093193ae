-- Orders whose sealed personal values were erased, by whom and why. What is signed of them later keeps none either.
create table proof_erasures (
  order_id text primary key references orders,
  at timestamptz not null,
  actor jsonb not null,
  reason text not null check (length(trim(reason)) >= 3),
  -- Values that were deleted.
  erased int not null check (erased >= 0)
);
create trigger proof_erasures_append_only before update or delete on proof_erasures
  for each row execute function refuse_change();
