import type { Invariant } from "#kernel/invariant";

/** What must hold of assessments. */
export const riskInvariants: readonly Invariant[] = [
  {
    id: "risk-decided-by-somebody",
    says: "every review a person ended has an entry that says who and why",
    sql: `select a.id from risk_assessments a where a.review in ('approved', 'rejected')
          and not exists (select 1 from risk_audit e where e.subject_id = a.id and e.actor ->> 'id' is not null)`,
  },
  {
    id: "risk-refused-means-refused",
    says: "what was refused became no order, and what became one was not refused",
    sql: `select id from risk_assessments where enforced and (decision = 'block') <> (order_id is null)`,
  },
];
