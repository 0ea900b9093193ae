import type { Invariant } from "#kernel/invariant";

export const proofInvariants: readonly Invariant[] = [
  {
    id: "P1",
    says: "a baseline was read before its line started",
    sql: `select p.line_id from proof_lines p join metric_snapshots s on s.id = p.baseline_snapshot_id
          where p.started_at is not null and s.taken_at > p.started_at`,
  },
  {
    id: "P2",
    says: "a product's sums are those of its completed lines",
    sql: `select a.product_id from proof_aggregates a
          left join (select product_id, count(*) as lines from proof_lines where state = 'completed' group by product_id) l
            on l.product_id = a.product_id
          left join (select product_id, sum(lines) as lines from proof_histogram
                     where measure = 'fulfillment' group by product_id) h on h.product_id = a.product_id
          where a.lines <> coalesce(l.lines, 0) or a.lines <> coalesce(h.lines, 0)`,
  },
  {
    id: "P3",
    says: "a reading is planned only for a line that is still followed",
    sql: `select d.line_id, d.phase from proof_due d join proof_lines p on p.line_id = d.line_id
          where (d.phase = 'during' and p.state <> 'delivering') or (d.phase = 'after' and p.state <> 'completed')
            or (d.phase = 'asked' and p.state not in ('delivering', 'completed'))`,
  },
];
