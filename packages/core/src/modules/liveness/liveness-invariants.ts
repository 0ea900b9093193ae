import type { Invariant } from "#kernel/invariant";

/** Statements that must return no row; each row they return is a thing that went wrong. */
export const livenessInvariants: readonly Invariant[] = [
  {
    id: "V1",
    says: "a placement is down only after two looks, six hours apart, that found it gone, and none between that found it live",
    sql: `select p.id, p.address from liveness_pages p where p.state = 'down' and not exists (
            select 1 from liveness_looks first join liveness_looks second
              on second.page_id = first.page_id and second.at >= first.at + interval '6 hours'
            where first.page_id = p.id and first.verdict = 'gone' and second.verdict = 'gone' and first.at = p.gone_since
              and not exists (select 1 from liveness_looks live where live.page_id = p.id and live.verdict = 'live'
                and live.at between first.at and second.at))`,
  },
  {
    id: "V2",
    says: "no placement was looked at, or will be, after its guarantee's end, and each look has a number of its own",
    sql: `select id, 'planned too late' as what from liveness_pages where next_at > ends_at
          union all
          select p.id, 'looked at too late' from liveness_pages p join liveness_looks l on l.page_id = p.id
          where l.at > p.ends_at
          union all
          select p.id, 'numbers' from liveness_pages p left join liveness_looks l on l.page_id = p.id
          group by p.id, p.looks having p.looks <> count(l.number) or p.looks <> coalesce(max(l.number), 0)`,
  },
];
