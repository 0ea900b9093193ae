-- Public keys receipts were signed with. A retired one stays: old receipts are checked with it.
create table proof_keys (
  key_id text primary key,
  public_key text not null check (public_key ~ '^[0-9a-f]{64}$'),
  first_used_at timestamptz not null
);
create trigger proof_keys_append_only before update or delete on proof_keys
  for each row execute function refuse_change();

-- Signed proofs of order lines, chained per order by the digest of the one before.
create table proof_receipts (
  id text primary key,
  order_id text not null references orders,
  sequence int not null check (sequence >= 1),
  line_id text not null,
  cause text not null,
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  previous text check (previous ~ '^[0-9a-f]{64}$'),
  -- Digest of what it says apart from its place, time and sealed values: equal means that nothing changed.
  substance text not null,
  -- Canonical JSON as it was signed, byte for byte.
  document text not null,
  key_id text not null references proof_keys,
  signature text not null check (signature ~ '^[0-9a-f]{128}$'),
  issued_at timestamptz not null,
  -- The day whose tree it is in, its place there, and the hashes from it to the root; null until that is published.
  root_date text,
  root_index int check (root_index >= 0),
  root_path jsonb,
  unique (order_id, sequence),
  unique (line_id, cause),
  check ((previous is null) = (sequence = 1)),
  check (num_nulls(root_date, root_index, root_path) in (0, 3))
);
create unique index proof_receipts_by_root on proof_receipts (root_date, root_index) where root_date is not null;
create index proof_receipts_unpublished on proof_receipts (issued_at) where root_date is null;
create function keep_proof_receipt() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.root_date is not null
    or (to_jsonb(new) - '{root_date,root_index,root_path}'::text[])
      is distinct from (to_jsonb(old) - '{root_date,root_index,root_path}'::text[]) then
    raise exception 'the proof receipt % is signed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger proof_receipts_keep before update or delete on proof_receipts
  for each row execute function keep_proof_receipt();

-- Personal values behind the seals of a receipt. Deleting them is how they are erased.
create table proof_receipt_openings (
  receipt_id text not null references proof_receipts,
  path text not null,
  salt text not null check (salt ~ '^[0-9a-f]{32}$'),
  value text not null,
  primary key (receipt_id, path)
);

-- The signed root of a day's tree: the digests of the receipts issued until its end that no earlier tree holds, sorted.
create table proof_roots (
  root_date text primary key check (root_date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  digest text not null unique,
  document text not null,
  signature text not null check (signature ~ '^[0-9a-f]{128}$'),
  published_at timestamptz not null
);
create trigger proof_roots_append_only before update or delete on proof_roots
  for each row execute function refuse_change();
alter table proof_receipts add foreign key (root_date) references proof_roots;
