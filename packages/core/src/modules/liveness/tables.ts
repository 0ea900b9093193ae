import type { Generated } from "kysely";
import type { Look, Page } from "./page.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface LivenessTables {
  livenessPages: LivenessPageRow;
  livenessLooks: Mutable<Look>;
}

export interface LivenessPageRow extends Mutable<Page> {
  /** The job that has it in its hands, and since when, wall time; null while it waits. */
  handedTo: Generated<string | null>;
  handedAt: Generated<Date | null>;
}
