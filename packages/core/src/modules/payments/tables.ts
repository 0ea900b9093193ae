import type { JSONColumnType } from "kysely";
import type { ActorRecord } from "#kernel/actor";
import type { Dispute, Payment, Refund, RefundLine } from "./payment.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface PaymentTables {
  payments: Mutable<Payment>;
  refunds: Mutable<Omit<Refund, "lines">> & {
    lines: JSONColumnType<RefundLine[]>;
    requestedBy: JSONColumnType<ActorRecord>;
  };
  disputes: Mutable<Dispute>;
  /** The inbox. `payload` is the message as we read it after its signature was checked. */
  processorEvents: { id: string; type: string; payload: JSONColumnType<object>; receivedAt: Date };
}
