import type { Kysely } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { type MailSend, MailTask } from "./mail-task.ts";
import type { NotificationTables } from "./tables.ts";

const db = (scope: Scope): Kysely<NotificationTables> => scope.tables<NotificationTables>();

/** False when the event asked for this mail before. */
export async function insertSend(
  tx: Tx,
  send: { readonly id: string; readonly eventId: string; readonly task: MailTask; readonly queuedAt: Date },
): Promise<boolean> {
  const { id, eventId, task, queuedAt } = send;
  const row = await db(tx)
    .insertInto("notificationSends")
    .values({
      ...{ id, eventId, queuedAt, template: task.template, task: JSON.stringify(task) },
      ...{ state: "queued", detail: null, settledAt: null },
    })
    .onConflict((conflict) => conflict.columns(["eventId", "template"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function findSend(scope: Scope, id: string): Promise<MailSend | null> {
  const row = await db(scope)
    .selectFrom("notificationSends")
    .select(["id", "task", "state"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, task: MailTask.parse(row.task) };
}

/** Ends a mail that was not taken so far. False when another attempt said the same before. */
export async function settleSend(
  tx: Tx,
  id: string,
  end: { readonly state: "sent" | "skipped" | "refused"; readonly detail: string | null; readonly settledAt: Date },
): Promise<boolean> {
  const row = await db(tx)
    .updateTable("notificationSends")
    .set(end)
    .where("id", "=", id)
    .where("state", "in", ["queued", "refused"])
    .where("state", "!=", end.state)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
