import type { Invariant } from "#kernel/invariant";

/** Whether a job of this kind and payload waits, runs, or lies in the dead letters for a person to see. */
const isCared = (job: string, field: string, id: string): string =>
  `exists (select 1 from pgboss.job j where j.state in ('created', 'retry', 'active')
     and j.data ->> 'job' = '${job}' and j.data -> 'payload' ->> '${field}' = ${id})`;

/** What must hold of background work and its order. */
export const jobInvariants: readonly Invariant[] = [
  {
    id: "J1",
    says: "whatever waits for something to be done has a job that will do it, or one that failed for all to see",
    sql: `select p.id, 'payments.expire-order' as job from payments p join orders o on o.id = p.order_id
          where o.state = 'awaiting_payment' and p.state in ('created', 'processing', 'requires_action')
            and not ${isCared("payments.expire-order", "orderId", "o.id")}
          union all
          select r.id, 'payments.submit-refund' from refunds r
          where r.state = 'requested' and not ${isCared("payments.submit-refund", "refundId", "r.id")}
          union all
          select l.id, 'fulfillment.release-line' from fulfillment_lines l
          where l.state = 'awaiting_baseline' and not ${isCared("fulfillment.release-line", "lineId", "l.id")}
          union all
          select a.id, 'fulfillment.submit-line' from fulfillment_attempts a
          where a.state = 'submitting' and a.closed_at is null
            and not ${isCared("fulfillment.submit-line", "lineId", "a.line_id")}
          union all
          select a.id, 'fulfillment.reconcile-attempt' from fulfillment_attempts a
          where a.state = 'ambiguous' and a.closed_at is null
            and not ${isCared("fulfillment.reconcile-attempt", "attemptId", "a.id")}`,
  },
  {
    id: "J4",
    says: "no job is tried for ever or held by nobody, and what gave up lies in the dead letters",
    sql: `select id::text, data ->> 'job' as job, state::text from pgboss.job
          where name <> 'dead-letter' and (retry_count > retry_limit
            or (state = 'active' and coalesce(heartbeat_on, started_on) < now() - interval '15 minutes'))
          union all
          select f.id::text, f.data ->> 'job', 'gave up unseen' from pgboss.job f
          where f.name <> 'dead-letter' and f.state = 'failed' and not exists (
            select 1 from pgboss.job d where d.name = 'dead-letter' and d.data = f.data and d.created_on >= f.created_on)`,
  },
  {
    id: "J5",
    says: "the moves of an order are told once each, in the order they were made",
    sql: `select "orderId" as id, version, before from (
            select metadata ->> 'orderId' as "orderId", (metadata ->> 'version')::int as version,
              lag((metadata ->> 'version')::int) over (partition by metadata ->> 'orderId' order by seq) as before
            from events where name = 'order.state-changed'
          ) told where before is not null and version <> before + 1`,
  },
];
