import type { Invariant } from "#kernel/invariant";

export const paymentInvariants: readonly Invariant[] = [
  {
    id: "M4",
    says: "refunded is at most captured, captured at most authorized, applied at most the order's total",
    sql: `select p.id from payments p join orders o on o.id = p.order_id
          where p.refunded_minor + p.reserved_minor > p.captured_minor or p.captured_minor > p.authorized_minor
            or p.applied_minor > o.total_minor or o.refunded_minor > o.captured_minor
          union all
          select o.id from orders o where o.captured_minor <>
            (select coalesce(sum(applied_minor), 0) from payments p where p.order_id = o.id)`,
  },
  {
    id: "M4-refunds",
    says: "a payment's refunded and reserved money equals its refunds",
    sql: `select p.id from payments p left join refunds r on r.payment_id = p.id group by p.id
          having p.refunded_minor <> coalesce(sum(r.amount_minor) filter (where r.state = 'succeeded'), 0)
            or p.reserved_minor <> coalesce(sum(r.amount_minor) filter (where r.state in ('requested', 'submitted')), 0)`,
  },
  {
    id: "M5",
    says: "at most one payment is applied to an order, and every capture is booked exactly once",
    sql: `select order_id from payments where applied_minor > 0 group by order_id having count(*) > 1
          union all
          select p.id from payments p where p.captured_minor > 0 and (
            select count(*) from ledger_journals j where j.journal_key in ('capture:' || p.id, 'unapplied:' || p.id)) <> 1`,
  },
];
