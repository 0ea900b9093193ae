-- What the processor was asked to demand of the card's holder; a retry after a crash must ask the same.
alter table payments add column authentication_demanded boolean not null default false;

-- Keys are HMACs: they say that two attempts share something, never what.
create table risk_attempts (
  cart_id text not null,
  payment_method_id text not null,
  at timestamptz not null,
  person text not null,
  kinds text[] not null,
  keys text[] not null,
  primary key (cart_id, payment_method_id, at)
);
create index risk_attempts_by_age on risk_attempts (at);

create table risk_sightings (
  kind text not null,
  key text not null,
  at timestamptz not null,
  person text not null
);
create index risk_sightings_by_key on risk_sightings (kind, key, at desc);
create index risk_sightings_by_age on risk_sightings using brin (at);

create table risk_outcomes (
  kind text not null,
  key text not null,
  at timestamptz not null,
  person text not null,
  what text not null check (what in ('declined', 'returned', 'disputed', 'delivered', 'signed-up')),
  -- The thing that happened; told twice it counts once.
  source text not null,
  primary key (kind, key, what, source)
);
create index risk_outcomes_by_key on risk_outcomes (kind, key, at desc);
create index risk_outcomes_by_age on risk_outcomes (at);

-- Attempts somebody may have to explain: whatever spoke against the buyer.
create table risk_assessments (
  id text primary key,
  cart_id text not null,
  owner_id text not null,
  order_id text,
  at timestamptz not null,
  decision text not null check (decision in ('allow', 'step-up', 'review', 'block')),
  enforced boolean not null,
  rule text,
  posterior double precision not null check (posterior between 0 and 1),
  contributions jsonb not null,
  kinds text[] not null,
  keys text[] not null,
  network text,
  review text not null check (review in ('none', 'open', 'approved', 'rejected', 'lapsed')),
  version int not null default 1,
  check (order_id is not null or decision = 'block')
);
create index risk_assessments_newest on risk_assessments (at desc, id desc);
create index risk_assessments_open on risk_assessments (at desc, id desc) where review = 'open';
create index risk_assessments_by_order on risk_assessments (order_id) where order_id is not null;

create table risk_list_entries (
  id text primary key,
  list text not null check (list in ('allow', 'block')),
  kind text not null check (kind in ('email', 'card', 'network')),
  -- HMAC of an address or a card; empty for a network.
  key text,
  network cidr,
  note text not null,
  actor jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  removed_at timestamptz,
  check ((kind = 'network') = (network is not null)),
  check ((kind = 'network') = (key is null))
);
create index risk_list_entries_by_key on risk_list_entries (kind, key) where removed_at is null;
create index risk_list_entries_newest on risk_list_entries (created_at desc, id desc);

create table risk_settings (
  is_the_row boolean primary key default true check (is_the_row),
  enforcement_percent int not null check (enforcement_percent between 0 and 100),
  version int not null default 1
);
insert into risk_settings (enforcement_percent) values (100);

create table risk_audit (
  id text primary key,
  at timestamptz not null,
  actor jsonb not null,
  action text not null,
  subject_id text not null,
  reason text,
  metadata jsonb not null
);
create index risk_audit_by_subject on risk_audit (subject_id, at);
create trigger risk_audit_append_only before update or delete on risk_audit
  for each row execute function refuse_change();
