import type { Invariant } from "#kernel/invariant";

export const receiptInvariants: readonly Invariant[] = [
  {
    id: "R1",
    says: "the receipts of an order are one chain: without a gap, each naming the digest of the one before",
    sql: `select order_id, sequence from (
            select order_id, sequence, previous, lag(digest) over w as before, row_number() over w as place
            from proof_receipts window w as (partition by order_id order by sequence)
          ) r where sequence <> place or previous is distinct from before`,
  },
  {
    id: "R2",
    says: "a receipt's digest is that of what was signed, and its columns say what the document says",
    sql: `select id from proof_receipts where digest <> encode(sha256(convert_to(document, 'UTF8')), 'hex')
            or (document::jsonb #>> '{order,sequence}')::int <> sequence
            or document::jsonb #>> '{order,previous}' is distinct from previous
            or document::jsonb #>> '{line,id}' <> line_id or document::jsonb ->> 'keyId' <> key_id`,
  },
  {
    id: "R3",
    says: "a published tree holds as many receipts as its root says, and each root names the one before",
    sql: `select root_date from (
            select o.root_date, o.document::jsonb as said, lag(o.digest) over (order by o.root_date) as before,
              (select count(*) from proof_receipts r where r.root_date = o.root_date) as leaves
            from proof_roots o
          ) t where (said ->> 'size')::bigint <> leaves or said ->> 'previous' is distinct from before`,
  },
  {
    id: "R4",
    says: "a line that was completed a day ago has a receipt",
    sql: `select e.metadata ->> 'lineId' as line_id from events e,
            (select max(recorded_at) as business, max(received_at) as wall from events) latest
          where e.name = 'fulfillment.line-completed' and e.recorded_at < latest.business - interval '1 day'
            and e.received_at < latest.wall - interval '1 minute'
            and e.recorded_at > (select min(first_used_at) from proof_keys)
            and not exists (select 1 from proof_receipts r where r.line_id = e.metadata ->> 'lineId')`,
  },
];
