import type { Invariant } from "#kernel/invariant";

/** What must hold between modules. */
export const crossModuleInvariants: readonly Invariant[] = [
  {
    id: "paid-means-paid",
    says: "an order is paid exactly when a payment is applied to it in full",
    sql: `select o.id from orders o left join payments p on p.order_id = o.id and p.applied_minor > 0
          where (o.paid_at is not null) <> (p.id is not null) or p.applied_minor <> o.total_minor`,
  },
  {
    id: "books-balance",
    says: "what the processor holds for us is what was captured less what went back and what was lost",
    sql: `select b.currency, b.booked, p.held from (
            select currency, sum(case when debit_account = 'processor_clearing' then amount_minor else -amount_minor end)
              as booked from ledger_transfers
            where debit_account = 'processor_clearing' or credit_account = 'processor_clearing' group by currency
          ) b full join (
            select currency, sum(captured_minor - refunded_minor - lost_minor) as held from payments group by currency
          ) p using (currency) where coalesce(b.booked, 0) <> coalesce(p.held, 0)`,
  },
  {
    id: "O4",
    says: "no report, however late, moved a line back: an order shows each line where fulfillment left it",
    sql: `select l.id, l.state as shown, f.state as real from order_lines l
          join fulfillment_lines f on f.id = l.id where l.state is distinct from f.state`,
  },
  {
    id: "M6",
    says: "every movement of money at the processor has exactly one journal, and every journal one movement",
    sql: `select key from (
            select 'capture:' || id as key from payments where applied_minor > 0
            union all select 'unapplied:' || id from payments where captured_minor > applied_minor
            union all select 'refund:' || id from refunds where state = 'succeeded'
          ) movements full join (
            select journal_key from ledger_journals where kind in ('capture', 'unapplied', 'refund')
          ) journals on journal_key = key where key is null or journal_key is null`,
  },
  {
    id: "V3",
    says: "a line's count leaves out the placements our own looks found down, and no others",
    // The count is made by a job of its own, a moment after the look.
    sql: `select a.line_id as id, p.address from fulfillment_attempts a
          join liveness_pages p on p.line_id = a.line_id
          where a.closed_at is null and (p.state = 'down') <> (p.address = any(a.gone_addresses))
            and not exists (select 1 from pgboss.job j where j.state in ('created', 'retry', 'active')
              and j.data ->> 'job' = 'liveness.count-line' and j.data -> 'payload' ->> 'lineId' = a.line_id)`,
  },
  {
    id: "one-live-order",
    says: "a cart has at most one order that was not canceled",
    sql: `select o.cart_id from orders o where o.state <> 'canceled' group by o.cart_id having count(*) > 1`,
  },
];
