import type { Invariant } from "#kernel/invariant";

/** Statements that must return no row; each row they return is a thing that went wrong. */
export const fulfillmentInvariants: readonly Invariant[] = [
  {
    id: "O3",
    says: "a paid order has exactly one fulfillment line per order line, an unpaid one has none",
    // Lines are made by a subscriber a moment after the money: an order paid just now may still wait for them.
    sql: `select o.id, l.id as line_id, o.state from orders o
          join order_lines l on l.order_id = o.id
          left join fulfillment_lines f on f.id = l.id
          where (o.paid_at is null and f.id is not null)
            or (o.paid_at is not null and f.id is null and o.state not in ('canceled', 'refunded')
              and not exists (select 1 from pgboss.job j where j.state in ('created', 'retry', 'active')
                and j.data ->> 'job' = 'fulfillment.create-lines' and j.data -> 'payload' -> 'payload' ->> 'orderId' = o.id))
          union all
          select f.order_id, f.id, f.state from fulfillment_lines f
          where not exists (select 1 from order_lines l where l.id = f.id and l.order_id = f.order_id)`,
  },
  {
    id: "J2",
    says: "no two submits share a reference, a line has at most one that may still come to something",
    sql: `select reference as id, count(*)::text as what from fulfillment_attempts group by reference having count(*) > 1
          union all
          select line_id, count(*)::text from fulfillment_attempts where closed_at is null
          group by line_id having count(*) > 1`,
  },
  {
    id: "F-external",
    says: "a line that a supplier took on has a submit with the supplier's id",
    sql: `select f.id, f.state from fulfillment_lines f
          where f.state in ('accepted', 'delivering', 'fulfilled', 'short')
            and not exists (select 1 from fulfillment_attempts a
              where a.line_id = f.id and a.closed_at is null and a.external_id is not null)`,
  },
  {
    id: "F-reported",
    says: "the order shows the same state and progress of a line as fulfillment",
    sql: `select f.id, f.state, l.state as told from fulfillment_lines f join order_lines l on l.id = f.id
          where f.state is distinct from l.state or f.delivered_units <> l.delivered_units`,
  },
];
