-- Wall time until which somebody renews the tokens of a connection: a refresh token may be good for one use.
alter table account_connections add column renewing_until timestamptz;
