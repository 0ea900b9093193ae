import type { Database } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import { lanes } from "./job.ts";

/**
 * When waiting jobs come due. The queue goes by the database's own clock, and a shop's clock runs with it: a job waits
 * as long as it is told to. A clock that is moved by hand stands in between, so its jobs are parked: each keeps its
 * place on that clock, far enough ahead not to come due by itself, until {@link release} finds it reached.
 */
export interface QueueTime {
  /** The database's moment for a moment on the clock's wall. */
  startAfter(due: Date): Date;
  /** From now on the clock is moved by hand, and only forward. */
  park(): void;
  /** Makes due what the clock has reached, but for jobs of the kinds in `except`. Touches no other job. */
  release(except?: readonly string[]): Promise<void>;
  /** The clock runs by itself again: what is left to wait passes `rate` times as fast. */
  resume(rate: number): Promise<void>;
}

export function createQueueTime(database: Pick<Database, "send">, clock: Clock): QueueTime {
  let parkedAheadMs: number | null = null;
  const aheadMs = () => parkedAheadMs ?? Date.now() - clock.wall().getTime();
  return {
    startAfter: (due) => new Date(due.getTime() + aheadMs()),
    park: () => {
      parkedAheadMs = aheadMs();
    },
    release: async (except = []) => {
      await database.send(
        `update pgboss.job set start_after = now()
         where name = any($1) and state in ('created', 'retry') and start_after > now() and start_after <= $2::timestamptz
         and data ->> 'job' <> all($3)`,
        [lanes, new Date(clock.wall().getTime() + aheadMs()), except],
      );
    },
    resume: async (rate) => {
      const reached = new Date(clock.wall().getTime() + aheadMs());
      parkedAheadMs = null;
      await database.send(
        `update pgboss.job set start_after = now() + greatest(start_after - $2::timestamptz, interval '0') / $3::float8
         where name = any($1) and state in ('created', 'retry')`,
        [lanes, reached, rate],
      );
    },
  };
}
