-- Evidence that our own checks found gone: what it stood for does not count, whatever the supplier says.
alter table fulfillment_attempts add column gone_addresses text[] not null default '{}';

-- Placements of finished lines at their public addresses, and what our looks at them came to.
create table liveness_pages (
  id text primary key,
  line_id text not null,
  order_id text not null,
  address text not null,
  title text not null,
  -- False once the supplier names it no more.
  is_named boolean not null,
  state text not null check (state in ('up', 'down')),
  doubt_since timestamptz,
  seen_at timestamptz,
  gone_since timestamptz,
  looks int not null check (looks >= 0),
  -- Looks in a row that said nothing.
  unanswered int not null check (unanswered >= 0),
  last_look_at timestamptz,
  watched_from timestamptz not null,
  ends_at timestamptz not null,
  -- Business time; null when nothing more is to be looked at.
  next_at timestamptz,
  -- The job that has it in its hands, since when on the wall; null while it waits.
  handed_to text,
  handed_at timestamptz,
  check ((state = 'down') = (gone_since is not null)),
  check ((handed_to is null) = (handed_at is null)),
  check (next_at is null or is_named)
);
-- Addresses can be longer than an index entry may be.
create unique index liveness_pages_once on liveness_pages (line_id, md5(address));
create index liveness_pages_by_order on liveness_pages (order_id);
create index liveness_pages_waiting on liveness_pages (next_at) where handed_to is null and next_at is not null;
create index liveness_pages_handed on liveness_pages (handed_to) where handed_to is not null;

create table liveness_looks (
  page_id text not null references liveness_pages,
  number int not null check (number >= 1),
  at timestamptz not null,
  verdict text not null check (verdict in ('live', 'gone', 'unknown')),
  reason text not null,
  status int,
  answered_by text,
  latency_ms int not null,
  primary key (page_id, number)
);
create trigger liveness_looks_append_only before update or delete on liveness_looks
  for each row execute function refuse_change();

-- Placements that were finished before anybody looked at them and whose guarantee still runs.
insert into liveness_pages (id, line_id, order_id, address, title, is_named, state, looks, unanswered, watched_from,
  ends_at, next_at)
select 'plc_' || substr(md5(f.id || ' ' || e.url), 1, 26), f.id, f.order_id, e.url, e.title, true, 'up', 0, 0,
  f.completed_at, f.guarantee_ends_at, least(now(), f.guarantee_ends_at)
from fulfillment_lines f
join fulfillment_attempts a on a.line_id = f.id and a.closed_at is null
cross join lateral (
  select entry ->> 'url' as url, min(entry ->> 'title') as title from jsonb_array_elements(a.evidence) entry
  where entry ->> 'kind' = 'placement' and entry ->> 'url' is not null group by entry ->> 'url'
) e
where f.state in ('fulfilled', 'short') and f.guarantee_ends_at > now();
