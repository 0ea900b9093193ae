import type { JSONColumnType } from "kysely";
import type { ActorRecord } from "#kernel/actor";
import type { Refill, RefillSubject } from "./refill.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface RefillTables {
  refills: Mutable<Omit<Refill, "subject" | "requestedBy" | "decidedBy">> & {
    subject: JSONColumnType<RefillSubject>;
    requestedBy: JSONColumnType<ActorRecord>;
    decidedBy: JSONColumnType<ActorRecord> | null;
  };
}
