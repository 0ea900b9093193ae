-- The counter of each series of invoice numbers. Its row is locked by the transaction that draws a number, so a
-- rolled-back invoice leaves no gap.
create table paper_series (
  series text primary key,
  last_serial int not null check (last_serial >= 0)
);

-- What an invoice or a receipt says, written once. The files are made from it.
create table papers (
  id text primary key,
  order_id text not null references orders,
  kind text not null check (kind in ('invoice', 'receipt')),
  series text references paper_series,
  serial int check (serial >= 1),
  number text unique,
  issued_at timestamptz not null,
  content jsonb not null,
  unique (order_id, kind),
  unique (series, serial),
  -- Invoices are numbered, receipts are not.
  check ((kind = 'invoice') = (number is not null)),
  check ((number is null) = (series is null) and (number is null) = (serial is null))
);
create trigger papers_append_only before update or delete on papers
  for each row execute function refuse_change();

-- The files of a paper once they are stored and were read back.
create table paper_files (
  paper_id text not null references papers,
  format text not null check (format in ('pdf', 'html')),
  storage_key text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size int not null check (size > 0),
  primary key (paper_id, format)
);
create trigger paper_files_append_only before update or delete on paper_files
  for each row execute function refuse_change();
