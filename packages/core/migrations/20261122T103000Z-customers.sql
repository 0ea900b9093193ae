-- People with an account, their sessions, passwords and single-use proofs: the tables the sign-in library writes.
create table auth_user (
  id text primary key,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  name text not null,
  image text,
  role text not null default 'customer' check (role in ('customer', 'operator', 'admin')),
  locale text not null default 'en',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_user_by_creation on auth_user (created_at);

create table auth_session (
  id text primary key,
  token text not null unique,
  user_id text not null references auth_user on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  -- Moves with use, at most once per touch interval: the idle limit counts from here.
  updated_at timestamptz not null
);
create index auth_session_by_user on auth_session (user_id);
create index auth_session_by_expiry on auth_session (expires_at);

create table auth_credential (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_user on delete cascade,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index auth_credential_by_user on auth_credential (user_id);

create table auth_verification (
  id text primary key,
  -- SHA-256 of the identifier.
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_verification_by_identifier on auth_verification (identifier);
create index auth_verification_by_expiry on auth_verification (expires_at);

-- What an account keeps to fill in the next checkout. Its presence also says that the sign-up was announced.
create table customer_profiles (
  customer_id text primary key references auth_user on delete cascade,
  currency text not null default 'EUR',
  company text,
  tax_id text,
  address jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Somebody without an account who owns carts, channels and orders until they sign in.
create table guests (
  id text primary key,
  created_at timestamptz not null,
  merged_into text references auth_user,
  merged_at timestamptz,
  check ((merged_into is null) = (merged_at is null))
);
create index guests_by_account on guests (merged_into) where merged_into is not null;

-- Several secrets may open one guest: the browser's, and one for each link out of an e-mail.
create table guest_secrets (
  secret_hash text primary key,
  guest_id text not null references guests on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index guest_secrets_by_guest on guest_secrets (guest_id);
create index guest_secrets_by_expiry on guest_secrets (expires_at) where expires_at is not null;

create table access_links (
  token_hash text primary key,
  email text not null,
  owner_id text not null,
  order_id text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index access_links_by_expiry on access_links (expires_at);

-- Every wish for a mail that anybody may send by naming an address: found or not, it costs the same and is counted.
create table mail_requests (
  id text primary key,
  kind text not null check (kind in ('password-reset', 'order-access', 'verification', 'sign-up-repeated')),
  email text not null,
  requested_at timestamptz not null
);
create index mail_requests_by_address on mail_requests (kind, email, requested_at);
create index mail_requests_by_age on mail_requests (requested_at);

-- Wrong passwords per address within the current window, whether or not the address has an account.
create table sign_in_attempts (
  email_hash text primary key,
  attempts int not null check (attempts > 0),
  window_started_at timestamptz not null
);
create index sign_in_attempts_by_age on sign_in_attempts (window_started_at);
