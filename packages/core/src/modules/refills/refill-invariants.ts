import type { Invariant } from "#kernel/invariant";

/** Statements that must return no row; each row they return is a thing that went wrong. */
export const refillInvariants: readonly Invariant[] = [
  {
    id: "R1",
    says: "a line has at most one refill that is asked for or under way",
    sql: `select line_id from refills where state in ('requested', 'approved', 'submitted')
          group by line_id having count(*) > 1`,
  },
  {
    id: "R2",
    says: "an order that has not ended counts its refills as they are",
    sql: `select o.id, o.open_refills, o.asked_refills from orders o left join refills r on r.order_id = o.id
          where o.state not in ('canceled', 'refunded') group by o.id
          having o.open_refills <> count(*) filter (where r.state in ('approved', 'submitted'))
            or o.asked_refills <> count(*) filter (where r.state = 'requested')`,
  },
  {
    id: "R3",
    says: "every refill was asked for inside its line's guarantee window",
    sql: `select id from refills where requested_at > window_ends_at`,
  },
];
