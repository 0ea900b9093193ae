import type { Invariant } from "#kernel/invariant";

export const paymentInvariants: readonly Invariant[] = [
  {
    id: "M4",
    says: "refunded is at most captured, captured at most authorized, applied at most the order's total",
    sql: `select p.id from payments p join orders o on o.id = p.order_id
          where p.refunded_minor + p.reserved_minor + p.lost_minor > p.captured_minor or p.captured_minor > p.authorized_minor
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
    id: "M4-lines",
    says: "what is set aside and returned of a line is what its refunds say, and never more than its price",
    sql: `select l.id from order_lines l left join (
            select part ->> 'lineId' as line_id,
              coalesce(sum((part ->> 'amountMinor')::bigint) filter (where r.state = 'succeeded'), 0) as returned,
              coalesce(sum((part ->> 'amountMinor')::bigint) filter (where r.state in ('requested', 'submitted')), 0) as promised
            from refunds r cross join jsonb_array_elements(r.lines) part where r.applied group by 1
          ) parts on parts.line_id = l.id
          where l.refunded_minor <> coalesce(parts.returned, 0) or l.refund_reserved_minor <> coalesce(parts.promised, 0)
            or l.refunded_minor + l.refund_reserved_minor > l.net_minor + l.tax_minor`,
  },
  {
    id: "M7-disputes",
    says: "a payment's lost money is what its lost disputes booked",
    sql: `select p.id from payments p left join disputes d on d.payment_id = p.id group by p.id
          having p.lost_minor <> coalesce(sum(d.lost_minor) filter (where d.state = 'lost'), 0)`,
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
