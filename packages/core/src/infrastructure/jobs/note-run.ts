import type { Database } from "#infrastructure/database";
import type { JobHandler } from "./job.ts";

/** Keeps when each kind of job last ran and how that ended. */
export type NoteRun = (job: string, failure: unknown) => Promise<void>;

/** A kind that runs all the time is noted this often: its age is for people, and every note is a write. */
const everyMs = 10_000;

export function createNoteRun(database: Database, handlers: readonly JobHandler[]): NoteRun {
  const recurring = new Set(handlers.filter(({ job }) => job.cron !== undefined).map(({ job }) => job.id));
  const lastNotes = new Map<string, { readonly at: number; readonly failed: boolean }>();
  return async (job, failure) => {
    const now = performance.now();
    const failed = failure !== null;
    const last = lastNotes.get(job);
    if (!recurring.has(job) && last !== undefined && last.failed === failed && now - last.at < everyMs) return;
    lastNotes.set(job, { at: now, failed });
    const changed = failed ? "failed_at = now(), detail = excluded.detail" : "finished_at = now(), detail = null";
    await database.pool.query(
      `insert into job_heartbeats (job, finished_at, failed_at, detail)
       values ($1, case when $2 then null else now() end, case when $2 then now() end, $3)
       on conflict (job) do update set ${changed}`,
      [job, failed, failed ? String(failure) : null],
    );
  };
}
