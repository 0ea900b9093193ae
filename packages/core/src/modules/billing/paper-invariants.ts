import type { Invariant } from "#kernel/invariant";

export const paperInvariants: readonly Invariant[] = [
  {
    id: "M7",
    says: "invoice numbers of a series run from 1 without a gap",
    sql: `select s.series, s.last_serial, count(p.id) as papers from paper_series s
          left join papers p on p.series = s.series group by s.series, s.last_serial
          having count(p.id) <> s.last_serial or coalesce(max(p.serial), 0) <> s.last_serial
            or count(distinct p.serial) <> count(p.id)`,
  },
  {
    id: "M7-issued",
    says: "an order that was paid more than a minute ago has its invoice",
    sql: `select e.metadata ->> 'orderId' as order_id from events e
          where e.name = 'payment.succeeded' and e.received_at < now() - interval '60 seconds' and not exists (
            select 1 from papers p where p.order_id = e.metadata ->> 'orderId' and p.kind = 'invoice')`,
  },
  {
    id: "M7-amounts",
    says: "an invoice says what its order says",
    sql: `select p.number from papers p join orders o on o.id = p.order_id
          where p.kind = 'invoice' and ((p.content ->> 'totalMinor')::bigint <> o.total_minor
            or (p.content ->> 'netMinor')::bigint <> o.net_minor or p.content ->> 'currency' <> o.currency
            or p.content ->> 'number' <> p.number)`,
  },
];
