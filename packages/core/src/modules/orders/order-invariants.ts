import type { Invariant } from "#kernel/invariant";
import { orderMachine } from "./order-states.ts";

const edges = orderMachine.transitions
  .flatMap((entry) => entry.from.flatMap((from) => entry.to.map((to) => `('${from}','${entry.command}','${to}')`)))
  .join(",");

export const orderInvariants: readonly Invariant[] = [
  {
    id: "O1",
    says: "every audited transition is in the table, and the version counts them",
    sql: `select a.order_id, a.seq, a.from_state, a.command, a.to_state from order_audit a
          where a.seq > 1 and (a.from_state, a.command, a.to_state) not in (values ${edges})
          union all
          select o.id, o.version, null, 'version', o.state from orders o
          where o.version <> (select max(seq) from order_audit a where a.order_id = o.id)`,
  },
  {
    id: "O2",
    says: "one audit row per transition, without gaps, each starting where the last ended",
    sql: `select order_id, seq from (
            select order_id, seq, from_state, to_state,
              lag(to_state) over w as before, row_number() over w as place
            from order_audit window w as (partition by order_id order by seq)
          ) a where seq <> place or from_state is distinct from before`,
  },
  {
    id: "O5",
    says: "an ended order has not moved, and its last audit row says where it ended",
    sql: `select o.id, o.state, a.to_state from orders o
          join order_audit a on a.order_id = o.id and a.seq = o.version where a.to_state <> o.state`,
  },
  {
    id: "O-totals",
    says: "lines add up to their order",
    sql: `select o.id from orders o join order_lines l on l.order_id = o.id group by o.id
          having sum(l.net_minor) <> o.net_minor or sum(l.tax_minor) <> o.tax_minor
            or sum(l.refunded_minor) > o.refunded_minor`,
  },
];
