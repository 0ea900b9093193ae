import { type Kysely, sql } from "kysely";
import type pg from "pg";
import { z } from "zod";
import type { Database } from "#infrastructure/database";
import { type Actor, type ActorRecord, recordActor } from "#kernel/actor";
import { DomainError } from "#kernel/domain-error";
import { defineJob, type JobHandler, type Lane } from "./job.ts";
import { deadLetterQueue, type JobData, type Queue } from "./queue.ts";

/** `retried` runs the job again from the start, `discarded` never. */
export type DeadLetterDecision = "retried" | "discarded";

/** What was decided about a job that gave up. Times are wall time. */
export interface DecidedDeadLetter {
  readonly id: string;
  readonly job: string;
  readonly error: string;
  readonly failedAt: Date;
  readonly decision: DeadLetterDecision;
  readonly reason: string;
  readonly decidedBy: ActorRecord;
  readonly decidedAt: Date;
}

export interface DecisionInput {
  readonly deadLetterId: string;
  readonly decision: DeadLetterDecision;
  readonly reason: string;
}

const shown = 50;
const noReason = "No reason was recorded";

/**
 * Takes a job out of the dead letters, for good or to run again, and keeps who decided that and why: all of it or
 * nothing. Of two people at once one finds it gone. Throws `job.not-found`.
 */
export async function decideDeadLetter(
  deps: { readonly database: Database; readonly queue: Queue; readonly handlers: readonly JobHandler[] },
  actor: Actor,
  input: DecisionInput,
): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const connection = tx.tables<unknown>();
    const letter = await deps.queue.takeDeadLetter(connection, input.deadLetterId);
    if (letter === null) throw new DomainError("job.not-found", { jobId: input.deadLetterId });
    await insertDecision(connection, actor, input);
    if (input.decision === "retried") await reinsert(deps, connection, letter);
  });
}

/** Copies what the queue knows of the job: it forgets jobs, the decision stays. */
async function insertDecision(connection: Kysely<unknown>, actor: Actor, input: DecisionInput): Promise<void> {
  await sql`insert into dead_letter_decisions
      (dead_letter_id, job, payload, error, failed_at, decision, reason, decided_by)
    select id, data ->> 'job', coalesce(data -> 'payload', 'null'), coalesce(source_output ->> 'message', ${noReason}),
      created_on, ${input.decision}, ${input.reason}, ${JSON.stringify(recordActor(actor))}::jsonb
    from pgboss.job where name = ${deadLetterQueue} and id = ${input.deadLetterId}::uuid`.execute(connection);
}

/** As a new job of its kind, with its kind's attempts; a kind that this version does not know has the usual ones. */
function reinsert(
  { queue, handlers }: { readonly queue: Queue; readonly handlers: readonly JobHandler[] },
  connection: Kysely<unknown>,
  { lane, data }: { readonly lane: Lane; readonly data: JobData },
): Promise<void> {
  const known = handlers.find((handler) => handler.job.id === data.job)?.job;
  const job = known ?? defineJob({ id: data.job, lane, payload: z.unknown() });
  return queue.insert(connection, [{ job, payload: data.payload, options: {} }]);
}

/** The latest decisions, newest first, at most 50. */
export async function listDecidedDeadLetters(pool: pg.Pool): Promise<DecidedDeadLetter[]> {
  const { rows } = await pool.query<{
    dead_letter_id: string;
    job: string;
    error: string;
    failed_at: Date;
    decision: DeadLetterDecision;
    reason: string;
    decided_by: ActorRecord;
    decided_at: Date;
  }>(
    `select dead_letter_id, job, error, failed_at, decision, reason, decided_by, decided_at
     from dead_letter_decisions order by decided_at desc limit ${shown}`,
  );
  return rows.map(
    ({ dead_letter_id: id, failed_at: failedAt, decided_by: decidedBy, decided_at: decidedAt, ...row }) => ({
      ...row,
      ...{ id, failedAt, decidedBy, decidedAt },
    }),
  );
}
