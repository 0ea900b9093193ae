import type { PgBoss } from "pg-boss";
import type { Job } from "./job.ts";

/** Plans those of the jobs that have a cron, in UTC; how many they are. What becomes of their ticks: {@link Queue.plan}. */
export async function planRecurring(boss: PgBoss, jobs: readonly Job<unknown>[]): Promise<number> {
  const recurring = jobs.flatMap((job) => (job.cron === undefined ? [] : [{ ...job, cron: job.cron }]));
  for (const { id, lane, cron } of recurring) {
    const data = { job: id, payload: {}, correlationId: id };
    await boss.schedule(lane, cron, data, { tz: "UTC", key: id, missed: "once" });
  }
  return recurring.length;
}
