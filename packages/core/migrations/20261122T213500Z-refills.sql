-- A make-good for a line whose evidence fell below its threshold inside the guarantee window.
create table refills (
  id text primary key,
  order_id text not null references orders,
  line_id text not null references order_lines,
  state text not null check (state in ('requested', 'approved', 'declined', 'submitted', 'completed', 'failed')),
  origin text not null check (origin in ('customer', 'operator', 'system')),
  -- Product units that were missing when it was asked for.
  units int not null check (units > 0),
  ordered_units int not null check (ordered_units > 0),
  -- What the queue shows of the line; an order line never changes what it is about.
  subject jsonb not null,
  note text,
  requested_by jsonb not null,
  requested_at timestamptz not null,
  window_ends_at timestamptz not null,
  decided_by jsonb,
  decided_at timestamptz,
  decision_reason text,
  -- How often the supplier was asked; from the second time on it is looked up first.
  submits int not null default 0 check (submits >= 0),
  last_asked_at timestamptz,
  last_error text,
  submitted_at timestamptz,
  closed_at timestamptz,
  outcome text,
  check ((state in ('requested', 'approved', 'submitted')) = (closed_at is null)),
  check (state = 'requested' or decided_at is not null)
);
create unique index refills_one_open on refills (line_id) where state in ('requested', 'approved', 'submitted');
create index refills_by_order on refills (order_id, requested_at);
create index refills_newest on refills (requested_at desc, id desc);
create index refills_by_state on refills (state, requested_at desc, id desc);
