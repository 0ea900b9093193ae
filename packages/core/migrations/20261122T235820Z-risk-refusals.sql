-- What a person needs who looks at a refused purchase together with the shopper. In the clear, so it leaves after thirty
-- days; the assessment stays.
create table risk_refusals (
  assessment_id text primary key references risk_assessments (id),
  -- The id of the refused request, which the shopper was told.
  reference text not null,
  at timestamptz not null,
  email text not null,
  total_minor bigint not null,
  currency text not null,
  products jsonb not null
);
create index risk_refusals_by_reference on risk_refusals (reference, at desc);
create index risk_refusals_by_age on risk_refusals (at);
