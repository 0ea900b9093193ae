-- Counts the changes of a service, so that whoever edits an older one is told instead of overwriting the newer.
alter table provider_services add column version integer not null default 1 check (version > 0);
