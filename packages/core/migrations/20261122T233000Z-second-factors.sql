-- When the second factor was given in this session; null: not yet.
alter table auth_session add column second_factor_at timestamptz;

-- The authenticator app of a member of staff. Secrets are sealed.
create table staff_second_factors (
  customer_id text primary key references auth_user on delete cascade,
  -- Null until the first code proved that the app knows it.
  secret text,
  -- Offered and not yet proven; replaces the secret once it is.
  offered_secret text,
  -- The 30-second step of the last code that was taken: none counts twice.
  last_step integer,
  confirmed_at timestamptz,
  check ((secret is null) = (confirmed_at is null) and (secret is null) = (last_step is null)),
  check (secret is not null or offered_secret is not null)
);

-- What lets in whoever lost the app, each once.
create table staff_recovery_codes (
  code_hash text primary key,
  customer_id text not null references staff_second_factors on delete cascade,
  used_at timestamptz
);
create index staff_recovery_codes_by_person on staff_recovery_codes (customer_id);
