import type { Invariant } from "#kernel/invariant";

export const paperInvariants: readonly Invariant[] = [
  {
    id: "M7",
    says: "invoice and credit note numbers of a series run from 1 without a gap",
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
  {
    // Refunds from before credit notes were written say nothing of their parts.
    id: "M7-credited",
    says: "money of an order that went back more than a minute ago has its credit note",
    sql: `select r.id from refunds r join events e on e.name = 'refund.succeeded' and e.metadata ->> 'refundId' = r.id
          where r.applied and r.state = 'succeeded' and e.received_at < now() - interval '60 seconds'
            and e.metadata ? 'parts' and not exists (select 1 from papers p where p.refund_id = r.id)`,
  },
  {
    id: "M7-credits",
    says: "a credit note says what its refund returned",
    sql: `select p.number from papers p join refunds r on r.id = p.refund_id
          where (p.content ->> 'totalMinor')::bigint <> r.amount_minor or p.content ->> 'number' <> p.number
            or (p.content ->> 'netMinor')::bigint + (p.content ->> 'taxMinor')::bigint <> r.amount_minor
            or p.content ->> 'currency' <> r.currency or r.state <> 'succeeded' or not r.applied`,
  },
  {
    id: "M7-credit-sums",
    says: "credit notes give back at most what was invoiced, and its tax exactly once all of it went back",
    sql: `select i.number from papers i join papers c on c.order_id = i.order_id and c.kind = 'credit_note'
          where i.kind = 'invoice' group by i.id
          having sum((c.content ->> 'totalMinor')::bigint) > (i.content ->> 'totalMinor')::bigint
            or sum((c.content ->> 'taxMinor')::bigint) > (i.content ->> 'taxMinor')::bigint
            or (sum((c.content ->> 'totalMinor')::bigint) = (i.content ->> 'totalMinor')::bigint
              and sum((c.content ->> 'taxMinor')::bigint) <> (i.content ->> 'taxMinor')::bigint)`,
  },
];
