export type { MailDeps } from "./mail-deps.ts";
export { createNotifications, type Notifications } from "./notifications.ts";
