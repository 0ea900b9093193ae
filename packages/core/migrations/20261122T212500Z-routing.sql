-- Why a line went to a supplier: all that the choice was made from, so that it can be made again.
create table routing_decisions (
  id text primary key,
  line_id text not null references fulfillment_lines,
  order_id text not null,
  -- Which submit of the line it was for.
  number int not null check (number >= 1),
  attempt_id text,
  outcome text not null check (outcome in ('chosen', 'waiting', 'none')),
  reason text not null,
  provider_id text,
  service text,
  policy_version int not null,
  seed bigint not null,
  request jsonb not null,
  candidates jsonb not null,
  decided_at timestamptz not null,
  check ((outcome = 'chosen') = (provider_id is not null and service is not null)),
  unique (line_id, number, outcome)
);
create index routing_decisions_by_order on routing_decisions (order_id, decided_at);
create index routing_decisions_by_provider on routing_decisions (provider_id, decided_at desc, id desc)
  where provider_id is not null;

-- What a supplier has under way; finished deliveries keep their submit open for the guarantee, and don't count.
create index fulfillment_attempts_in_flight on fulfillment_attempts (provider_id)
  where closed_at is null and state in ('submitting', 'ambiguous', 'accepted');
create index fulfillment_attempts_of_provider on fulfillment_attempts (provider_id, submitted_at desc, id desc);
