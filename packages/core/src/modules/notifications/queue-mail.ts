import type { Tx } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import { newId } from "#kernel/id";
import type { MailTask } from "./mail-task.ts";
import { sendMailJob } from "./notification-jobs.ts";
import { insertSend } from "./send-repository.ts";

/** Notes that an event asks for a mail and enqueues its sending; the same event asks once. */
export async function queueMail(
  deps: { readonly clock: Clock },
  tx: Tx,
  eventId: string,
  task: MailTask,
): Promise<void> {
  const id = newId("ntf");
  if (!(await insertSend(tx, { id, eventId, task, queuedAt: deps.clock.wall() }))) return;
  tx.enqueue(sendMailJob, { sendId: id }, { key: id });
}
