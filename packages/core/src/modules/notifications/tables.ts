import type { JSONColumnType } from "kysely";
import type { MailSend, MailTask } from "./mail-task.ts";

export interface NotificationTables {
  notificationSends: NotificationSendRow;
}

export interface NotificationSendRow {
  id: string;
  eventId: string;
  template: string;
  task: JSONColumnType<MailTask>;
  state: MailSend["state"];
  detail: string | null;
  /** Wall time. */
  queuedAt: Date;
  settledAt: Date | null;
}
